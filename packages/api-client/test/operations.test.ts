import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "../src/avinode/operations.ts";
import { operationCases } from "./operation-cases.ts";
import { createStage, type Stage } from "./stage.ts";

const cases = Object.entries(operationCases);

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});

test("every operation of the client has its cases", () => {
  expect(Object.keys(operationCases).sort()).toEqual(Object.keys(operations).sort());
});

async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => error);
}

describe.each(cases)("%s", (operation, { by, call, failing, abusive }) => {
  test("is refused where the marketplace says no, as an error that says why", async () => {
    const [refused, outcome] = failing(stage);
    expect(await outcomeOf(refused)).toMatchObject({ operation, ...outcome });
  });

  test("gives nothing to those whom it is not for, and does not leave where it must not", async () => {
    const before = stage.world.marketplace.calls().length;
    const [abuse, outcome] = abusive(stage);
    const found = await outcomeOf(abuse);
    if (Array.isArray(outcome)) expect(found).toEqual(outcome);
    else expect(found).toMatchObject({ operation, ...outcome });
    if ("sent" in outcome) expect(stage.world.marketplace.calls()).toHaveLength(before);
  });

  test("works", async () => {
    await call(stage[by], stage);
    expect(stage.world.marketplace.calls().at(-1)?.status).toBeLessThan(300);
  });
});
