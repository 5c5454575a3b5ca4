import { describe, expect, test } from "vitest";
import { Trip as LeadTrip } from "@liftline/schema";
import { memoryStorage } from "../../test/memory-storage.ts";
import type { Action } from "../journey.ts";
import { checkTrip } from "./check-trip.ts";
import { addLeg, removeLeg } from "./edit-legs.ts";
import { swapLeg, withKind, withLeg } from "./edit-trip.ts";
import { prefillTrip, type Prefill } from "./prefill-trip.ts";
import { readFaults } from "./read-faults.ts";
import { submitTrip } from "./submit-trip.ts";
import { isSearchable, toLeadTrip, toSearchRequest } from "./to-search-request.ts";
import { keepTrip, readTrip } from "./trip-draft.ts";
import { emptyLeg, emptyTrip, type Place, type Trip } from "./trip.ts";

const luton = placeAt("EGGW");
const teterboro = placeAt("KTEB");
const paris = placeAt("LFPB");
const day = "2026-11-22";
const oneWay: Trip = { ...emptyTrip, legs: [{ from: luton, to: teterboro, date: "2026-12-13", time: "11:00" }] };
const back = { ...emptyLeg, date: "2026-12-20", time: "" };
const thereAndBack: Trip = { ...oneWay, kind: "return", legs: [...oneWay.legs, back] };

function placeAt(code: string): Place {
  return { code, name: code, city: code, country: "" };
}

function faultsOf(trip: Trip): string[] {
  return checkTrip(trip, day).map(({ leg, message }) => `${leg} ${message}`);
}

describe("what is asked of the backend", () => {
  test("is the trip as it stands in the form", () => {
    expect(toSearchRequest({ ...oneWay, passengers: 7, timeMeans: "arrival" }, "en-GB")).toEqual({
      legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", timeMeans: "arrival", passengers: 7 }],
      locale: "en-GB",
    });
  });

  test("has the way back of a return, with its time to be decided", () => {
    const [, wayBack] = toSearchRequest(thereAndBack, "ar").legs;
    expect(wayBack).toMatchObject({ from: "KTEB", to: "EGGW", date: "2026-12-20", time: null });
  });

  test("has the further choices only where they were made", () => {
    const request = toSearchRequest({ ...oneWay, categories: ["Heavy jet"], noFuelStops: true, currency: "USD" }, "de");
    expect(request).toMatchObject({ categories: ["Heavy jet"], maxFuelStops: 0, currency: "USD", locale: "de" });
  });
});

describe("a trip with a place in the visitor's own words", () => {
  const strip: Place = { code: "", name: "the grass strip near Ascot", city: "", country: "" };
  const toStrip = withLeg(thereAndBack, 0, { to: strip });

  test("is a whole trip, even from one such place to another", () => {
    expect(faultsOf(toStrip)).toEqual([]);
    expect(faultsOf(withLeg(toStrip, 0, { from: { ...strip, name: "a farm in Kent" } }))).toEqual([]);
  });

  test("goes to a request without options at once: no search is made of it", () => {
    const submitted = (trip: Trip) => {
      const actions: Action[] = [];
      const clean = submitTrip(trip, {
        now: () => new Date(`${day}T10:00:00Z`),
        dispatch: (action) => actions.push(action),
      });
      return [clean, ...actions];
    };
    expect(submitted(toStrip)).toEqual([true, { type: "request-opened" }]);
    expect(submitted(oneWay)).toEqual([true, { type: "search-submitted", trip: oneWay }]);
    expect([isSearchable(toStrip), isSearchable(oneWay)]).toEqual([false, true]);
  });

  test("is sent with the words as words and the codes as codes, both ways", () => {
    const sent = toLeadTrip({
      ...toStrip,
      passengers: 7,
      categories: ["Heavy jet"],
      noFuelStops: true,
      currency: "USD",
    });
    expect(LeadTrip.parse(sent)).toMatchObject({
      legs: [
        { from: { code: "EGGW" }, to: { words: "the grass strip near Ascot" }, time: "11:00", passengers: 7 },
        { from: { words: "the grass strip near Ascot" }, to: { code: "EGGW" }, time: null },
      ],
      ...{ currency: "USD", categories: ["Heavy jet"], maxFuelStops: 0 },
    });
  });

  test("keeps its words where legs lead on and turn round", () => {
    const two = withKind(withLeg(oneWay, 0, { to: strip }), "several");
    expect(two.legs[1]?.from).toEqual(strip);
    expect(withLeg(two, 0, { to: paris }).legs[1]?.from).toEqual(paris);
    const farm = { ...strip, name: "a farm in Kent" };
    const said = withLeg(two, 1, { from: farm });
    expect(withLeg(said, 0, { to: paris }).legs[1]?.from).toEqual(farm);
    expect(swapLeg(said, 1).legs[1]).toMatchObject({ from: null, to: farm });
  });

  test("is found again in the tab", () => {
    const storage = memoryStorage();
    const nothing = {
      from: null,
      to: null,
      date: null,
      returnDate: null,
      passengers: null,
      trip: null,
      currency: null,
    };
    keepTrip(storage, nothing, toStrip);
    expect(readTrip(storage, nothing)).toEqual(toStrip);
  });
});

describe("the check before a search", () => {
  test("finds nothing wrong with a whole trip", () => {
    expect(faultsOf(oneWay)).toEqual([]);
    expect(faultsOf(thereAndBack)).toEqual([]);
  });

  test("names everything that is missing, in the order of the form", () => {
    expect(faultsOf({ ...emptyTrip, passengers: 0 })).toEqual([
      "0 fault.from",
      "0 fault.to",
      "0 fault.date",
      "null fault.check",
    ]);
  });

  test("refuses a day that has passed, but not today", () => {
    expect(faultsOf(withLeg(oneWay, 0, { date: "2026-11-21" }))).toEqual(["0 fault.later"]);
    expect(faultsOf(withLeg(oneWay, 0, { date: day }))).toEqual([]);
  });

  test("refuses a way back before the way out, and a flight to where it starts", () => {
    expect(faultsOf(withLeg(thereAndBack, 1, { date: "2026-12-12" }))).toEqual(["1 fault.later"]);
    expect(faultsOf(withLeg(oneWay, 0, { to: luton }))).toEqual(["0 fault.airport"]);
  });
});

describe("the backend's faults", () => {
  test("stand beside the fields that the visitor sees: the way back is the way out turned round", () => {
    const errors = ["legs.1.from", "legs.0.date", "legs.7.date", "currency"].map((path) => ({ path, message: "" }));
    expect(readFaults(errors, thereAndBack)).toEqual([
      { leg: 0, field: "to", message: "fault.airport" },
      { leg: 0, field: "date", message: "fault.date" },
    ]);
  });
});

describe("changing the trip", () => {
  test("swap turns a leg round", () => {
    expect(swapLeg(oneWay, 0).legs[0]).toMatchObject({ from: teterboro, to: luton });
  });

  test("a return made into several legs keeps its way back, and can be made one again", () => {
    const several = withKind(thereAndBack, "several");
    expect(several.legs[1]).toMatchObject({ from: teterboro, to: luton, date: "2026-12-20" });
    expect(withKind(several, "return").legs[1]).toMatchObject({ date: "2026-12-20" });
    expect(withKind(several, "one-way").legs).toHaveLength(1);
  });

  test("the next leg starts where the last one ends, until the visitor says otherwise", () => {
    const two = withKind(oneWay, "several");
    expect(two.legs[1]?.from).toEqual(teterboro);
    expect(withLeg(two, 0, { to: paris }).legs[1]?.from).toEqual(paris);
    const said = withLeg(two, 1, { from: luton });
    expect(withLeg(said, 0, { to: paris }).legs[1]?.from).toEqual(luton);
  });

  test("there are two to eight legs", () => {
    let trip = withKind(oneWay, "several");
    expect(removeLeg(trip, 0)).toBe(trip);
    for (let count = 0; count < 10; count += 1) trip = addLeg(trip);
    expect(trip.legs).toHaveLength(8);
    expect(removeLeg(trip, 3).legs).toHaveLength(7);
  });
});

describe("the trip kept in the tab", () => {
  const nothing: Prefill = {
    from: null,
    to: null,
    date: null,
    returnDate: null,
    passengers: null,
    trip: null,
    currency: null,
  };

  test("is found again as it was left", () => {
    const storage = memoryStorage();
    keepTrip(storage, nothing, thereAndBack);
    expect(readTrip(storage, nothing)).toEqual(thereAndBack);
  });

  test("gives way to a page that asks for another trip", () => {
    const storage = memoryStorage();
    keepTrip(storage, nothing, thereAndBack);
    expect(readTrip(storage, { ...nothing, to: "LFPB" })).toEqual(prefillTrip({ ...nothing, to: "LFPB" }));
  });

  test.each([[null], ["text"], [{}], [{ prefill: JSON.stringify(nothing), trip: { legs: [] } }], [{ trip: [1] }]])(
    "that cannot be read (%j) is forgotten",
    (kept) => {
      const storage = memoryStorage();
      storage.write("trip", kept);
      expect(readTrip(storage, nothing)).toEqual(emptyTrip);
    },
  );

  test("R16: codes that the page gives stay codes, nothing is looked up for them", () => {
    expect(prefillTrip({ ...nothing, from: "EGGW", returnDate: "2026-12-20" })).toMatchObject({
      kind: "return",
      legs: [{ from: { code: "EGGW", name: "" } }, { date: "2026-12-20" }],
    });
  });
});
