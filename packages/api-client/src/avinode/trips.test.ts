import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal } from "../../test/marketplace.ts";
import { createRfqs } from "./rfqs.ts";
import { createTrips } from "./trips.ts";

const base = "https://marketplace.example/api";
const body = {
  criteria: {},
  segments: [
    {
      startAirport: { icao: "EGGW" },
      endAirport: { icao: "KTEB" },
      dateTime: { date: "2026-12-13", time: "11:00", departure: true, local: true },
      paxCount: "7",
    },
  ],
  sourcing: true,
};

test("a trip is read with its RFQs, whatever else stands there", async () => {
  const { connection, seen } = createMarketplace(() =>
    answer([
      { id: "atrip-1", tripId: "Y2AW5H", canceled: "true", rfqs: { id: "arfq-1", sellerLift: "none" }, news: 1 },
    ]),
  );
  const trip = await createTrips(connection).read("atrip-1", { fields: ["liftaoc", "legacy_ids"] });
  expect(trip).toMatchObject({ tripId: "Y2AW5H", canceled: true, rfqs: [{ id: "arfq-1", sellerLift: null }] });
  expect(seen[0]?.url.searchParams.getAll("fields[trips]")).toEqual(["liftaoc", "legacy_ids"]);
});

describe("a trip that is sent", () => {
  test("goes as it was given", async () => {
    const { connection, seen } = createMarketplace(() => answer({ id: "atrip-1" }, { status: 201 }));
    await createTrips(connection).create(body);
    await createTrips(connection).update({ href: `${base}/trips/atrip-1` }, body);
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /api/trips",
      "PUT /api/trips/atrip-1",
    ]);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual(body);
  });

  test.each([
    ["a word the documentation does not know", { ...body, budget: 9 }, undefined],
    ["passengers as a number", { ...body, segments: [{ ...body.segments[0], paxCount: 7 }] }, "segments[0].paxCount"],
    ["no criteria", { ...body, criteria: undefined }, "criteria"],
  ])("with %s goes nowhere", async (_what, wrong, path) => {
    const { connection, seen } = createMarketplace(() => answer({ id: "atrip-1" }));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what somebody without types would send
    const failure = await failureOf(createTrips(connection).create(wrong as typeof body));
    expect(failure).toMatchObject({ reason: "invalid", sent: false });
    expect(failure.faults[0]?.path || undefined).toBe(path);
    expect(seen).toEqual([]);
  });
});

describe("cancelling", () => {
  const trip = { id: "atrip-1", href: `${base}/trips/atrip-1` };

  test("says once more what is meant, in the words of the documentation (G26)", async () => {
    const { connection, seen } = createMarketplace(() => answer({ id: "atrip-1" }));
    await createTrips(connection).cancel(trip, { reason: "CHANGED", messageToSeller: "Sorry" });
    await createRfqs(connection).cancel({ id: "arfq-1" }, { reason: "OTHER" });
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "PUT /api/trips/atrip-1/cancel",
      "PUT /api/rfqs/arfq-1/cancel",
    ]);
    expect(seen.map(({ body: sent }): unknown => JSON.parse(sent))).toEqual([
      { ...trip, type: "trip", reason: "CHANGED", messageToSeller: "Sorry" },
      { id: "arfq-1", type: "arfq", href: `${base}/rfqs/arfq-1`, reason: "OTHER" },
    ]);
  });

  test("R26: follows the trip's own action, below the base URL only", async () => {
    const { connection, seen } = createMarketplace(() => answer({ id: "atrip-1" }));
    const at = (href: string) => ({ ...trip, actions: { cancel: { href } } });
    await createTrips(connection).cancel(at(`${base}/trips/atrip-1b/cancel`), { reason: "OTHER" });
    expect(seen[0]?.url.pathname).toBe("/api/trips/atrip-1b/cancel");
    for (const href of ["https://elsewhere.example/api/trips/atrip-1/cancel", `${base}/trips/atrip-1`]) {
      const failure = await failureOf(createTrips(connection).cancel(at(href), { reason: "OTHER" }));
      expect(failure).toMatchObject({ reason: "invalid", sent: false });
    }
    expect(seen).toHaveLength(1);
  });

  test("that was too late says so", async () => {
    const errors = [{ code: "TRIP_CANCELED", path: "id" }];
    const { connection } = createMarketplace(() => refusal(422, { errors }));
    const failure = await failureOf(createTrips(connection).cancel(trip, { reason: "OTHER" }));
    expect(failure).toMatchObject({ reason: "invalid", effect: "none", faults: errors });
  });
});

test("a search for nothing goes nowhere", async () => {
  const { connection, seen } = createMarketplace(() => answer([]));
  expect(await failureOf(createTrips(connection).search(" "))).toMatchObject({ reason: "invalid", sent: false });
  expect(seen).toEqual([]);
  expect(await createTrips(connection).search("Y2AW5H")).toEqual([]);
});
