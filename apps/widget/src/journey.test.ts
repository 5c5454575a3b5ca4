import { describe, expect, test } from "vitest";
import { searchAnswer } from "../test/canned-answers.ts";
import { eventOf } from "./events.ts";
import { journeyReducer, MAX_CHOSEN, type Action, type Failure, type Journey } from "./journey.ts";
import { emptyTrip, type Trip } from "./searches/trip.ts";

const place = { code: "EGGW", name: "Luton", city: "London", country: "United Kingdom" };
const leg = { from: place, to: { ...place, code: "KTEB", name: "Teterboro" }, date: "2026-12-13", time: "" };
const trip: Trip = { ...emptyTrip, legs: [leg] };
const start: Journey = { step: "searching", trip, faults: [] };
const failure: Failure = {
  kind: "refused",
  code: "marketplace.unreadable",
  requestId: "req_1",
  retryAfterSeconds: null,
  errors: [],
};
const submit: Action = { type: "search-submitted", trip };
const answer: Action = { type: "search-answered", answer: searchAnswer };
const choose = (token: string): Action => ({ type: "option-toggled", token });
const receipt = { reference: "LL-7K3F9Q", receivedAt: "2026-11-22T10:00:00Z" };

function follow(...actions: Action[]): Journey {
  return actions.reduce(journeyReducer, start);
}

describe("the journey", () => {
  test("goes from the form to the receipt", () => {
    const steps = [submit, answer, choose("sealed-0"), { type: "request-opened" }, { type: "lead-sent" }] as const;
    const end = follow(...steps, { type: "lead-received", receipt });
    expect(end).toMatchObject({ step: "received", chosen: ["sealed-0"], receipt });
  });

  test("keeps the trip on every step, so that there is a way back with nothing lost", () => {
    const failed = follow(submit, { type: "search-failed", failure });
    const empty = follow(submit, { type: "search-answered", answer: { ...searchAnswer, options: [] } });
    for (const journey of [follow(submit), failed, empty, follow(submit, answer)]) {
      expect(journeyReducer(journey, { type: "trip-reopened" })).toEqual({ step: "searching", trip, faults: [] });
    }
    expect([failed.step, empty.step]).toEqual(["failed", "empty"]);
  });

  test("a late answer changes nothing once the visitor is back at the form", () => {
    const reopened = follow(submit, { type: "trip-reopened" });
    expect(journeyReducer(reopened, answer)).toBe(reopened);
    expect(journeyReducer(reopened, { type: "search-failed", failure })).toBe(reopened);
  });

  test("a second tap on search is not a second search", () => {
    const waiting = follow(submit);
    expect(journeyReducer(waiting, submit)).toBe(waiting);
  });

  test("a field that the backend finds fault with brings the visitor back to it", () => {
    const errors = [{ path: "legs.0.to", message: "unknown" }];
    expect(follow(submit, { type: "search-failed", failure: { ...failure, code: "airport.unknown", errors } })).toEqual(
      {
        step: "searching",
        trip,
        faults: [{ leg: 0, field: "to", message: "fault.airport" }],
      },
    );
  });

  test("a fault goes when its field is touched, the others stay", () => {
    const faults = [
      { leg: 0, field: "from", message: "fault.from" },
      { leg: 0, field: "date", message: "fault.date" },
    ] as const;
    const next = { ...trip, legs: [{ ...leg, date: "2026-12-14" }] };
    expect(follow({ type: "trip-faulted", faults }, { type: "trip-edited", trip: next })).toMatchObject({
      faults: [faults[0]],
    });
  });

  test("an option is chosen and taken out again; one that was never shown cannot be", () => {
    expect(follow(submit, answer, choose("sealed-1"), choose("sealed-0"))).toMatchObject({
      chosen: ["sealed-1", "sealed-0"],
    });
    expect(follow(submit, answer, choose("sealed-1"), choose("sealed-1"))).toMatchObject({ chosen: [] });
    expect(follow(submit, answer, choose("forged"))).toMatchObject({ chosen: [] });
  });

  test("R19: no more than ten options fit one request", () => {
    const [option] = searchAnswer.options;
    if (!option) throw new Error("no option");
    const options = Array.from({ length: 12 }, (_, index) => ({ ...option, token: `t${index}` }));
    const many = follow(submit, { type: "search-answered", answer: { ...searchAnswer, options } });
    const full = options.reduce((journey, { token }) => journeyReducer(journey, choose(token)), many);
    expect(full).toMatchObject({ chosen: options.slice(0, MAX_CHOSEN).map(({ token }) => token) });
  });

  test("a request that is on its way cannot be left, so that it is not sent twice", () => {
    const sending = follow(submit, answer, choose("sealed-0"), { type: "request-opened" }, { type: "lead-sent" });
    expect(journeyReducer(sending, { type: "trip-reopened" })).toBe(sending);
    expect(journeyReducer(sending, { type: "options-reopened" })).toBe(sending);
  });

  test("goes on without options where none come: slow, none, failed, or a place in own words", () => {
    const empty = { ...searchAnswer, options: [] };
    const steps = [[], [submit], [submit, { type: "search-answered", answer: empty }]] as const;
    for (const step of [...steps, [submit, { type: "search-failed", failure }] as const]) {
      const opened = follow(...step, { type: "request-opened" });
      expect(opened).toEqual({
        ...{ step: "requesting", trip, answer: null, chosen: [], sending: false, failure: null },
      });
      expect(journeyReducer(opened, answer)).toBe(opened);
      expect(journeyReducer(opened, { type: "request-opened" })).toBe(opened);
      expect(journeyReducer(opened, { type: "options-reopened" })).toBe(opened);
      expect(journeyReducer(opened, { type: "trip-reopened" })).toEqual(start);
      expect(journeyReducer(opened, { type: "lead-received", receipt })).toMatchObject({ step: "received", trip });
    }
  });

  test("no request is opened with nothing chosen", () => {
    expect(follow(submit, answer, { type: "request-opened" }).step).toBe("choosing");
  });
});

describe("the events", () => {
  function tell(action: Action, before: Journey) {
    return eventOf(action, before, journeyReducer(before, action));
  }

  test("keep their names and fields", () => {
    const chosen = follow(submit, answer, choose("sealed-0"));
    const sending = journeyReducer(journeyReducer(chosen, { type: "request-opened" }), { type: "lead-sent" });
    expect([
      tell(submit, start),
      tell(answer, follow(submit)),
      tell(choose("sealed-0"), follow(submit, answer)),
      tell({ type: "lead-received", receipt }, sending),
      tell({ type: "search-failed", failure }, follow(submit)),
    ]).toEqual([
      {
        name: "liftline-search-submitted",
        detail: { legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13" }], passengers: 4 },
      },
      { name: "liftline-options-shown", detail: { count: 4, currency: "EUR" } },
      {
        name: "liftline-option-selected",
        detail: { category: "Light jet", type: "Citation CJ3", selected: true, count: 1 },
      },
      { name: "liftline-lead-submitted", detail: { reference: "LL-7K3F9Q", count: 1 } },
      { name: "liftline-failed", detail: { code: "marketplace.unreadable" } },
    ]);
  });

  test("of a request without options: no search is told, and a lead of none", () => {
    const opened = follow({ type: "request-opened" });
    expect(tell({ type: "request-opened" }, start)).toBeNull();
    expect(tell({ type: "lead-received", receipt }, opened)).toEqual({
      name: "liftline-lead-submitted",
      detail: { reference: "LL-7K3F9Q", count: 0 },
    });
  });

  test("are silent where nothing changed", () => {
    expect(tell(answer, start)).toBeNull();
    expect(tell({ type: "trip-edited", trip }, start)).toBeNull();
  });
});
