import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { AvinodeError } from "../src/avinode/index.ts";
import { operationCases } from "./operation-cases.ts";
import { answerWith, record, type Recorded } from "./replay.ts";
import { grown, spoil, spoilings } from "./spoil.ts";
import { createStage, type Stage } from "./stage.ts";

/** Set higher to look further. */
const numRuns = Number(process.env["LIFTLINE_WIRE_RUNS"] ?? 25);
const patient = 20_000 + numRuns * 500;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});

/** What was made of an answer. Its text as it came is not of interest, and what is handed on unread may have grown. */
function understood(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(understood);
  if (typeof value !== "object" || value === null) return value;
  const known = Object.entries(value).filter(([key]) => key !== "raw" && !key.startsWith("new"));
  return Object.fromEntries(known.map(([key, inner]) => [key, understood(inner)]));
}

describe.each(Object.entries(operationCases))("the answer to %s", (_, operationCase) => {
  let recorded: Recorded[];
  beforeAll(async () => {
    recorded = await record(operationCase, stage);
  });

  async function outcomeOf(answers: readonly Recorded[]): Promise<{ value: unknown } | { error: AvinodeError }> {
    try {
      return { value: await operationCase.call(answerWith(answers), stage) };
    } catch (error) {
      if (error instanceof AvinodeError) return { error };
      throw error;
    }
  }

  test(
    "R11: may grow and change its order anywhere, and says the same",
    async () => {
      const plain = await outcomeOf(recorded);
      const bodies = fc.tuple(...recorded.map(({ body }) => grown(body)));
      await fc.assert(
        fc.asyncProperty(bodies, async (all) => {
          const answers = recorded.map(({ status }, index) => ({ status, body: all[index] }));
          const outcome = await outcomeOf(answers);
          expect(understood(outcome)).toEqual(understood(plain));
        }),
        { numRuns },
      );
    },
    patient,
  );

  test(
    "R10, R8: may be anything: it is read, or the call fails as it should and tells nothing of it",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(spoilings, { minLength: recorded.length, maxLength: recorded.length }),
          async (all) => {
            const answers = recorded.map(({ status, body }, index) => ({
              status,
              body: spoil(body, all[index] ?? []),
            }));
            const outcome = await outcomeOf(answers);
            if ("error" in outcome) {
              expect(["unreadable", "refused", "invalid"]).toContain(outcome.error.reason);
              expect(JSON.stringify(outcome.error) + outcome.error.message).not.toContain("CANARY");
            }
          },
        ),
        { numRuns },
      );
    },
    patient,
  );

  test(
    "R10: with any status and any body is an answer or the error that the status means",
    async () => {
      const status = fc.constantFrom(300, 302, 400, 401, 403, 404, 409, 418, 422, 429, 500, 501, 503, 504, 599);
      await fc.assert(
        fc.asyncProperty(status, fc.jsonValue(), async (number, body) => {
          const outcome = await outcomeOf([{ status: number, body }]);
          expect(outcome).toMatchObject({ error: { status: number } });
        }),
        { numRuns },
      );
    },
    patient,
  );
});
