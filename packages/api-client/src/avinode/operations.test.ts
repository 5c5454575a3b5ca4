import type { AvinodeOperation } from "@liftline/schema/avinode";
import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal, searchBody, type Reply } from "../../test/marketplace.ts";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeError } from "./errors.ts";
import { operations } from "./operations.ts";
import { createQuotes } from "./quotes.ts";
import { createRfqs } from "./rfqs.ts";
import { createTripMessages } from "./trip-messages.ts";
import { createTrips } from "./trips.ts";

const trip = { criteria: {}, segments: searchBody.segments, sourcing: true };
const quote = {
  segments: [{ ...searchBody.segments[0]!, paxSegment: true }],
  lift: { aircraftType: "Falcon 2000" },
  currencyCode: "EUR",
  totalPrice: 1,
};

type Calls = Partial<Record<AvinodeOperation, (connection: AvinodeConnection) => Promise<unknown>>>;

const changing: Calls = {
  "trips.create": (connection) => createTrips(connection).create(trip),
  "trips.update": (connection) => createTrips(connection).update("atrip-1", trip),
  "trips.cancel": (connection) => createTrips(connection).cancel({ id: "atrip-1" }, { reason: "OTHER" }),
  "rfqs.create": (connection) => createRfqs(connection).create({ searchResultIds: ["asearchhit-1"] }),
  "rfqs.cancel": (connection) => createRfqs(connection).cancel({ id: "arfq-1" }, { reason: "OTHER" }),
  "tripmsgs.chat": (connection) => createTripMessages(connection).chat("arfq-1", { message: "Hi" }),
  "tripmsgs.submitQuote": (connection) => createTripMessages(connection).submitQuote("arfq-1", { quote }),
  "tripmsgs.decline": (connection) => createTripMessages(connection).decline("arfq-1"),
};

const reading: Calls = {
  "trips.read": (connection) => createTrips(connection).read("atrip-1"),
  "trips.search": (connection) => createTrips(connection).search("Y2AW5H"),
  "rfqs.list": (connection) => createRfqs(connection).list(),
  "rfqs.read": (connection) => createRfqs(connection).read("arfq-1"),
  "quotes.read": (connection) => createQuotes(connection).read("aquote-1"),
  "tripmsgs.read": (connection) => createTripMessages(connection).read("amsg-1"),
};

const broken = (code: string) =>
  Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));

const replies: [string, Reply, Partial<AvinodeError>][] = [
  ["500", () => refusal(500), { reason: "ambiguous", effect: "unknown" }],
  ["504", () => refusal(504), { reason: "ambiguous", effect: "unknown" }],
  ["a reset", () => broken("ECONNRESET"), { reason: "ambiguous", effect: "unknown" }],
  ["an answer nobody can read", () => new Response("<html>"), { reason: "unreadable", effect: "unknown" }],
  ["503", () => refusal(503), { reason: "unavailable", effect: "none" }],
  ["429", () => refusal(429, { headers: { "X-Rate-Limit-Reset": "1" } }), { reason: "limited", effect: "none" }],
  ["nobody there", () => broken("ECONNREFUSED"), { reason: "unsent", effect: "none" }],
  ["meta.errors", () => refusal(200, { errors: [{ code: "NO" }] }), { reason: "refused", effect: "none" }],
];

describe("R12: what another company sees is sent once", () => {
  test("whatever comes back, and the error tells what may have happened", async () => {
    for (const [operation, call] of Object.entries(changing)) {
      for (const [what, reply, expected] of replies) {
        const { connection, seen, time } = createMarketplace(reply);
        const failure = await time.run(failureOf(call(connection)));
        expect(seen, `${operation} after ${what}`).toHaveLength(1);
        expect(failure, `${operation} after ${what}`).toMatchObject({ ...expected, operation });
      }
    }
  });

  test("and so is every other call with an effect", () => {
    const effects = Object.values(operations).filter(({ hasEffect }) => hasEffect);
    expect(effects.length).toBeGreaterThan(15);
    expect(effects.every(({ tries }) => tries === 1)).toBe(true);
  });
});

test("R12: what is only read comes through a bad minute, and gives up on a bad hour", async () => {
  for (const [operation, call] of Object.entries(reading)) {
    const passing = createMarketplace((_, index) => (index < 3 ? refusal(503) : answer({ id: "x-1" })));
    await passing.time.run(call(passing.connection));
    expect(passing.seen, operation).toHaveLength(4);
    const lasting = createMarketplace(() => refusal(503));
    expect(await lasting.time.run(failureOf(call(lasting.connection)))).toMatchObject({
      reason: "unavailable",
      operation,
    });
    expect(lasting.seen, operation).toHaveLength(4);
  }
});

test("R12: schedules are never sent again by themselves, and a watch's legs are asked for once", () => {
  expect([operations["schedules.put"].tries, operations["watches.getall"].tries]).toEqual([1, 1]);
  expect([operations["schedules.put"].hasEffect, operations["watches.getall"].hasEffect]).toEqual([true, true]);
});
