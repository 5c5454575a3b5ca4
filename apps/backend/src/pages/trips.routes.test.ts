import { tripPath } from "@liftline/api-client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestApp, testBroker, type TestApp } from "../../test/harness.ts";
import { readTrip } from "./read-trip.ts";

const leg = {
  from: "EGGW",
  to: "KTEB",
  date: "2026-12-13",
  time: "11:00",
  timeMeans: "departure",
  passengers: 7,
} as const;
const back = {
  from: "KTEB",
  to: "EGGW",
  date: "2026-12-20",
  time: "18:30",
  timeMeans: "arrival",
  passengers: 7,
} as const;

function appOf(settings: object = {}): Promise<TestApp> {
  const brokers = [{ ...testBroker, origins: ["http://localhost"], settings }];
  return createTestApp({ config: { brokers } });
}

async function visit({ app }: TestApp, path: string) {
  const response = await app.request(path);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe("a trip link", () => {
  test("is short, readable and opens the same trip", () => {
    const path = tripPath({ embedKey: "pk_demo", legs: [leg, { ...back, time: null }], currency: "USD" });
    expect(path).toBe("/t/pk_demo/EGGW-KTEB-20261213-1100-7_KTEB-EGGW-20261220-open-7?currency=USD");
    expect(readTrip("EGGW-KTEB-20261213-1100-7_KTEB-EGGW-20261220-a1830-7")).toEqual([leg, back]);
  });

  test("says what was written, whatever the trip", () => {
    const code = fc.stringMatching(/^[A-Z0-9]{2,8}$/);
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2026, 10, 1 + days)).toISOString().slice(0, 10));
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => `${part}`.padStart(2, "0")).join(":"));
    const anyLeg = fc.record({
      from: code,
      to: code,
      date: day,
      time: fc.option(time),
      timeMeans: fc.constantFrom("departure" as const, "arrival" as const),
      passengers: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(anyLeg, { minLength: 1, maxLength: 8 }), (legs) => {
        fc.pre(legs.every(({ from, to }) => from !== to));
        const trip = legs
          .toSorted((one, other) => one.date.localeCompare(other.date))
          .map((each) => (each.time === null ? { ...each, timeMeans: "departure" as const } : each));
        const [, , , text = ""] = tripPath({ embedKey: "pk_demo", legs: trip }).split("/");
        expect(readTrip(text)).toEqual(trip);
      }),
    );
  });

  test.each([
    "EGGW-KTEB-20261213-1100",
    "EGGW-EGGW-20261213-1100-7",
    "EGGW-KTEB-20261313-1100-7",
    "EGGW-KTEB-20261213-2500-7",
    "EGGW-KTEB-20261213-1100-0",
    "EGGW-KTEB-20261213-1100-401",
    "EGGW-KTEB-20261213-1100-7_",
    "EGGW-KTEB-20261220-1100-7_KTEB-EGGW-20261213-1100-7",
    Array.from({ length: 9 }, () => "EGGW-KTEB-20261213-1100-7").join("_"),
    "<script>-KTEB-20261213-1100-7",
    "//evil.example",
    "javascript:alert(1)",
    "",
  ])("%j is none", (text) => {
    expect(readTrip(text)).toBeNull();
  });
});

describe("GET /t/{embedKey}/{trip}", () => {
  const path = "/t/pk_demo/EGGW-KTEB-20261213-1100-7_KTEB-EGGW-20261220-a1830-7";

  test("shows the trip as a timetable without a script, and the search filled in with it", async () => {
    const { status, headers, text } = await visit(await appOf(), `${path}?currency=USD`);
    expect([status, headers.get("x-robots-tag")]).toEqual([200, "noindex"]);
    for (const part of ["London to Teterboro", "Sunday 13 December 2026", "London, Luton", "18:30", "7 passengers"]) {
      expect(text.replaceAll(",", "")).toContain(part.replaceAll(",", ""));
    }
    expect(text).toContain(
      '<liftline-search embed-key="pk_demo" lang="en-GB" trip="EGGW-KTEB-20261213-1100-7_KTEB-EGGW-20261220-a1830-7" currency="USD">',
    );
  });

  test("is searched in a currency that the broker offers, and named by its codes where we do not know the airport", async () => {
    const { text } = await visit(await appOf(), "/t/pk_demo/XX99-KTEB-20261213-open-2?currency=SEK");
    expect(text).toContain("XX99 to Teterboro");
    expect(text).toContain("Time to be agreed");
    expect(text).not.toContain("SEK");
  });

  test("says that a trip is over", async () => {
    expect((await visit(await appOf(), "/t/pk_demo/EGGW-KTEB-20251213-open-2")).text).toContain("has passed");
  });

  test("is readable where the widget may not run: without it", async () => {
    const { status, text } = await visit(await createTestApp(), path);
    expect(status).toBe(200);
    expect(text).not.toMatch(/<liftline-search|<script/);
  });

  test.each([path, "/t/pk_demo/unreadable"])("leads to the broker's page where there is one: %s", async (trip) => {
    expect((await visit(await appOf(), trip)).text).toContain('href="../../s/pk_demo/"');
    for (const backend of [await appOf({ hostedPage: false }), await createTestApp()]) {
      const { text } = await visit(backend, trip);
      expect((await visit(backend, "/s/pk_demo/")).status).toBe(404);
      expect(text).not.toMatch(/href="\.\.\/\.\.\/s\/pk_demo\/"|webmanifest|apple-mobile-web-app-capable/);
      expect(text).toContain("Demo Charter");
    }
  });

  test.each(["EGGW-KTEB", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "https:%2F%2Fevil.example"])(
    "answers a link that cannot be read with whom to ask: %s",
    async (trip) => {
      const settings = { contact: { phone: "+44 20 7946 0000", email: null } };
      const { status, headers, text } = await visit(await appOf(settings), `/t/pk_demo/${trip}`);
      expect([status, headers.get("location")]).toEqual([400, null]);
      expect(text).toContain("tel:+442079460000");
      expect(text).not.toMatch(/alert\(1\)|evil/);
    },
  );

  test("is not there where the broker wants no trip links", async () => {
    const backend = await appOf({ features: { tripLink: false } });
    for (const trip of [path, "/t/pk_demo/unreadable"]) expect((await visit(backend, trip)).status).toBe(404);
  });

  test("knows no trip of nobody's, and takes nothing else into the page", async () => {
    expect((await visit(await appOf(), path.replace("pk_demo", "pk_nobody"))).status).toBe(404);
    const { text } = await visit(
      await appOf(),
      `${path}?currency=%22%3E%3Cimg%3E&lang=%22onload=x&name=Zo%C3%AB&to=%2F%2Fevil`,
    );
    expect(text).not.toMatch(/"><img>|onload|evil|Zo/);
  });
});
