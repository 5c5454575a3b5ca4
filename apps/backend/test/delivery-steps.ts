import * as fc from "fast-check";
import { reset } from "./ledger-client.ts";
import { refuse, type LedgerAnswer } from "./marketplace-ledger.ts";

const hour = 3_600_000;

/** What a call can meet, before or after the marketplace did what was asked. */
const faults: Record<string, () => LedgerAnswer> = {
  limited: () => refuse(429),
  busy: () => refuse(503),
  failing: () => refuse(500),
  gone: () => refuse(504),
  cut: reset,
  refusedCredentials: () => refuse(401),
  conflict: () => refuse(409),
  idless: () => ({ status: 201, body: { data: {} } }),
};
/** A definite no, which may hand the lead to a person. */
export const refusals: Record<string, () => LedgerAnswer> = {
  invalid: () => refuse(422, { code: "LIFT_INVALID", path: "inquiryLift" }),
  notFound: () => refuse(404),
  used: () => refuse(422, { code: "SEARCH_ALREADY_USED", path: "searchId" }),
};
export const everyFault = { ...faults, ...refusals };

export const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("submit" as const), broker: fc.constantFrom("demo", "second") }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("deliver" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(1_000, 30_000, 61_000, 600_000, hour),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("jump" as const), ms: fc.constantFrom(-hour, -60_000, 6 * hour) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      fault: fc.constantFrom(...Object.keys(everyFault)),
      when: fc.constantFrom("before", "after"),
      times: fc.integer({ min: 1, max: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("die" as const), hasSent: fc.boolean(), hasOpened: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("freeze" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("loseNote" as const), isKept: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("confirm" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("replaceCredentials" as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
