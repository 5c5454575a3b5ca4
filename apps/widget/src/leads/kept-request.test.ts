import { expect, test } from "vitest";
import { manyOptions } from "../../test/fixtures/options.ts";
import { memoryStorage } from "../../test/memory-storage.ts";
import type { JourneyAt } from "../journey.ts";
import { emptyTrip } from "../searches/trip.ts";
import { keepRequest, readRequest } from "./kept-request.ts";

const options = manyOptions(12);
const requesting: JourneyAt<"requesting"> = {
  step: "requesting",
  trip: emptyTrip,
  answer: { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options },
  chosen: [options[3]!.token, options[1]!.token],
  sending: true,
  failure: null,
};
const before = new Date("2026-12-01T10:29:00Z");

test("R19: a reload while the request is on its way comes back to the same request", () => {
  const storage = memoryStorage();
  keepRequest(storage, requesting, before);
  const again = readRequest(storage, before);
  expect(again).toMatchObject({ step: "requesting", chosen: requesting.chosen, sending: false });
  expect(again?.answer?.search).toBe("sealed");
});

test("only the chosen options are kept", () => {
  const storage = memoryStorage();
  keepRequest(storage, requesting, before);
  expect(readRequest(storage, before)?.answer?.options).toHaveLength(2);
});

test("a reload after the answer shows the reference again", () => {
  const storage = memoryStorage();
  const receipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };
  keepRequest(storage, { ...requesting, step: "received", receipt }, before);
  expect(readRequest(storage, before)).toMatchObject({ step: "received", receipt });
});

test("prices that no longer hold are not brought back", () => {
  const storage = memoryStorage();
  keepRequest(storage, requesting, before);
  expect(readRequest(storage, new Date("2026-12-01T10:31:00Z"))).toBeNull();
});

test("R19: a trip as it is comes back the same way, for half an hour", () => {
  const storage = memoryStorage();
  keepRequest(storage, { ...requesting, answer: null, chosen: [] }, before);
  expect(readRequest(storage, before)).toEqual({ ...requesting, answer: null, chosen: [], sending: false });
  expect(readRequest(storage, new Date("2026-12-01T10:58:00Z"))).not.toBeNull();
  expect(readRequest(storage, new Date("2026-12-01T11:00:00Z"))).toBeNull();
});

test("a visitor who went back to the form starts there", () => {
  const storage = memoryStorage();
  keepRequest(storage, requesting, before);
  keepRequest(storage, { step: "searching", trip: emptyTrip, faults: [] }, before);
  expect(readRequest(storage, before)).toBeNull();
});

test.each([null, 3, {}, { answer: { options: [] } }, { trip: { legs: [] }, answer: { options: [1] }, chosen: "no" }])(
  "%j in the tab's memory is no request",
  (held) => {
    expect(readRequest({ read: () => held, write: () => undefined }, before)).toBeNull();
  },
);
