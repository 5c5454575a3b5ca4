import { calendarPath } from "@liftline/api-client";
import { SearchResponse } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { createTestApp, testBroker } from "../../test/harness.ts";
import { readCalendar } from "../../test/read-calendar.ts";
import { readFlights } from "./read-flights.ts";

const settings = { contact: { phone: "+44 20 7946 0000", email: "fly@demo.example" } };

function appOf() {
  return createTestApp({ config: { brokers: [{ ...testBroker, settings }] } });
}

describe("GET /calendar/{embedKey}/{flights}.ics", () => {
  test("is the trip of an option that was found, in the visitor's language", async () => {
    const backend = await appOf();
    const legs = [
      { from: "EGGW", to: "LFMN", date: "2026-12-13", time: "11:00", passengers: 4 },
      { from: "LFMN", to: "EGGW", date: "2026-12-20", time: "18:30", passengers: 4 },
    ];
    const found = SearchResponse.parse(await (await backend.post("/searches", { legs })).json());
    const [option] = found.options;
    if (!option) throw new Error("nothing was found");
    const path = calendarPath({ embedKey: "pk_demo", legs: option.legs, reference: "LL-7K3F9Q", lang: "de" });
    const response = await backend.app.request(path);
    expect([
      response.status,
      response.headers.get("content-type"),
      response.headers.get("content-disposition"),
    ]).toEqual([200, "text/calendar; charset=utf-8; method=PUBLISH", 'attachment; filename="flight.ics"']);
    const [out, back] = readCalendar(await response.text());
    expect(out).toMatchObject({
      UID: "demo-LL-7K3F9Q-1@liftline",
      DTSTART: "20261213T110000Z",
      SUMMARY: "Flug London (EGGW) – Nice (LFMN) (angefragt)",
      LOCATION: "Luton, London, United Kingdom (EGGW)",
      DESCRIPTION:
        "Angefragt, noch nicht bestätigt.\n\nIhre Referenz: LL-7K3F9Q\n\nDemo Charter\n+44 20 7946 0000\nfly@demo.example",
    });
    // Nice is an hour ahead of UTC in winter.
    expect(back?.["DTSTART"]).toBe("20261220T173000Z");
  });

  test("takes the whole day where the time is open, and codes where we do not know the airport", async () => {
    const { app } = await appOf();
    const [event] = readCalendar(
      await (await app.request("/calendar/pk_demo/XX99-KTEB-20261213.ics?reference=%0AX")).text(),
    );
    expect(event).toMatchObject({
      "DTSTART;VALUE=DATE": "20261213",
      SUMMARY: "Flight XX99 – Teterboro (KTEB) (requested)",
    });
    expect(event?.["DESCRIPTION"]).not.toContain("eference");
  });

  test("of another trip on the same day stands beside it in a calendar, and of the same trip in its place", async () => {
    const { app } = await appOf();
    const idOf = async (flight: string) => {
      const [event] = readCalendar(await (await app.request(`/calendar/pk_demo/${flight}.ics`)).text());
      return event?.["UID"];
    };
    expect(await idOf("EGGW-LFMN-20261213")).toBe(await idOf("EGGW-LFMN-20261213"));
    expect(await idOf("EGGW-LFMN-20261213")).not.toBe(await idOf("EGGW-KTEB-20261213"));
  });

  test.each([
    "EGGW-KTEB-20261213T110000Z-20261213T184000Z",
    "EGGW-KTEB-20261213T110000Z-20261213T100000Z.ics",
    "EGGW-KTEB-20260230T110000Z-20260302T184000Z.ics",
    "EGGW-KTEB-20260230.ics",
    "EGGW-KTEB-20261213T250000Z-20261214T184000Z.ics",
    "EGGW-KTEB-20261213T110000Z.ics",
    "EGGW-EGGW-20261213.ics",
    `${Array.from({ length: 9 }, () => "EGGW-KTEB-20261213").join("_")}.ics`,
    "EGGW%0A-KTEB-20261213.ics",
    ".ics",
  ])("%s is none", async (file) => {
    expect(readFlights(file)).toBeNull();
    const { app } = await appOf();
    expect((await app.request(`/calendar/pk_demo/${file}`)).status).toBe(404);
  });

  test("is not there where the broker wants no calendars", async () => {
    const brokers = [{ ...testBroker, settings: { ...settings, features: { calendar: false } } }];
    const { app } = await createTestApp({ config: { brokers } });
    expect((await app.request("/calendar/pk_demo/EGGW-KTEB-20261213.ics")).status).toBe(404);
  });

  test("knows no calendar of nobody's", async () => {
    const { app } = await appOf();
    expect((await app.request("/calendar/pk_nobody/EGGW-KTEB-20261213.ics")).status).toBe(404);
  });
});
