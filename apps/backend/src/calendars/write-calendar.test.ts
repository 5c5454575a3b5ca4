import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeCalendar, type CalendarFlight } from "./write-calendar.ts";
import { readCalendar } from "../../test/read-calendar.ts";

const flight: CalendarFlight = {
  start: "20261213T110000Z",
  end: "20261213T184000Z",
  summary: "Flight London (EGGW) – Teterboro (KTEB)",
  description: "Requested, not confirmed; yet.\nLine \\ two",
  location: "Luton, London",
  position: { latitude: 51.875, longitude: -0.368 },
};
const now = Date.parse("2026-12-01T10:00:00Z");

describe("a calendar file", () => {
  test("is an event for each flight, whose texts come back as they were", () => {
    const [first, second] = readCalendar(
      writeCalendar({
        flights: [flight, { ...flight, start: "20261220", end: null, position: null }],
        id: "LL-1",
        now,
      }),
    );
    expect(first).toEqual({
      UID: "LL-1-1@liftline",
      DTSTAMP: "20261201T100000Z",
      DTSTART: flight.start,
      DTEND: flight.end,
      SUMMARY: flight.summary,
      DESCRIPTION: flight.description,
      LOCATION: flight.location,
      GEO: "51.875000;-0.368000",
      STATUS: "TENTATIVE",
      TRANSP: "OPAQUE",
    });
    expect(second).toMatchObject({ UID: "LL-1-2@liftline", "DTSTART;VALUE=DATE": "20261220" });
    expect(second).not.toHaveProperty("DTEND");
  });

  test("holds to RFC 5545 whatever is written in it", () => {
    const words = fc.string({ unit: "binary", maxLength: 300, size: "max" });
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const [event] = readCalendar(writeCalendar({ flights: [{ ...flight, summary, description }], id: "x", now }));
        const plain = (text: string) =>
          text
            .replace(/\r\n?/g, "\n")
            .replace(/(?!\n)\p{Cc}/gu, "")
            .toWellFormed();
        expect([event?.["SUMMARY"], event?.["DESCRIPTION"]]).toEqual([plain(summary), plain(description)]);
      }),
    );
  });

  test("no text can end its line and begin another", () => {
    const description = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:https://evil.example";
    const events = readCalendar(
      writeCalendar({ flights: [{ ...flight, description }], id: "x\nSTATUS:CONFIRMED", now }),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).not.toHaveProperty("ATTACH");
    expect(events[0]?.["STATUS"]).toBe("TENTATIVE");
  });
});
