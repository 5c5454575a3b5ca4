import { SearchResponse, type LeadReceipt } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { createTestApp, testBroker, type TestApp } from "../../test/harness.ts";
import { createOpenApiJudge } from "../../test/openapi-judge.ts";
import { writeOpenApi } from "./openapi-document.ts";
import { operations } from "./operations.ts";

const judge = createOpenApiJudge(writeOpenApi({ publicUrl: null }));

/** Contract §3, as it stands there. */
const search = {
  legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", timeMeans: "departure", passengers: 7 }],
  groupBy: "aircraft",
  currency: "EUR",
  categories: ["Heavy jet"],
  maxFuelStops: 0,
  locale: "en-GB",
};
const person = {
  contact: { name: "Jo Smith", email: "jo@example.com", phone: "+46701234567", title: null, company: null },
  message: "I want to bring my dog.",
  needs: { pets: 1, luggage: "3 large bags" },
  consent: { privacyPolicy: "https://www.demo-charter.example/privacy", acceptedAt: "2026-12-01T10:00:00Z" },
  campaign: { utm_source: "newsletter", gclid: "abc" },
  locale: "en-GB",
};
const luton = {
  code: "EGGW",
  icao: "EGGW",
  iata: "LTN",
  name: "Luton",
  city: "London",
  country: { code: "GB", name: "United Kingdom" },
  position: { latitude: 51.87, longitude: -0.37 },
};
const option = {
  token: "sealed",
  kind: "aircraft",
  category: "Heavy jet",
  type: "Falcon 2000",
  maxPassengers: 10,
  aircraftCount: 1,
  price: { amount: 71500, currency: "EUR", basis: "estimate" },
  legs: [
    {
      from: luton,
      to: luton,
      departsAt: { utc: "2026-12-13T11:00:00Z", local: "2026-12-13T11:00:00+00:00" },
      arrivesAt: { utc: "2026-12-13T18:40:00Z", local: "2026-12-13T13:40:00-05:00" },
      timeToBeDecided: false,
      flightMinutes: 460,
      blockMinutes: 475,
      distanceNm: 3020,
      fuelStops: 0,
    },
  ],
  aircraft: {
    yearOfMake: 2008,
    amenities: ["Lavatory"],
    rangeNm: 3350,
    cruiseSpeedKt: 470,
    safetyRatings: [{ standard: "ARGUS", level: "Gold" }],
  },
  photos: [{ kind: "EXTERIOR", url: "/photos/sealed" }],
};

describe("what the contract shows fits the document", () => {
  test.each([
    ["SearchRequest", search],
    ["LeadRequest", { search: "sealed", options: [option], ...person }],
    ["Airport", luton],
    ["SearchResponse", { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options: [option] }],
    ["LeadReceipt", { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" }],
  ])("%s", async (name, value) => {
    expect(await judge.faultsInShape(name, value)).toEqual([]);
    expect(await judge.faultsInShape(name, { ...value, canary: 1 })).not.toEqual([]);
  });
});

/** Asks as the demo broker's page does, and lets the document judge the answer. */
async function ask(
  { request, post }: TestApp,
  operation: string,
  by: { path?: string; body?: unknown; headers?: Record<string, string>; init?: RequestInit } = {},
): Promise<{ status: number; code?: string; body: unknown }> {
  const [method = "", template = ""] = operation.split(" ");
  const path = by.path ?? template;
  const response =
    method === "post" && by.init === undefined
      ? await post(path, by.body, by.headers)
      : await request(path, { method: method.toUpperCase(), headers: by.headers ?? {}, ...by.init });
  expect(await judge.faultsInAnswer({ method, path: template }, response.clone()), operation).toEqual([]);
  const body: unknown = await response.json();
  const { code } = body as { code?: string };
  return { status: response.status, body, ...(code !== undefined && { code }) };
}

describe("what the backend answers fits the document", () => {
  test("airports, by text and place", async () => {
    const app = await createTestApp();
    for (const query of ["query=lond&limit=20", "query=lond&lang=de", "latitude=51.5&longitude=-0.1"]) {
      expect((await ask(app, "get /airports", { path: `/airports?${query}` })).status).toBe(200);
    }
    expect((await ask(app, "get /airports", { path: "/airports?limit=0" })).code).toBe("request.invalid");
  });

  test("settings, a broker's own too", async () => {
    const settings = {
      contact: { phone: "+44 20 7946 0000", email: "fly@demo-charter.example" },
      brand: { accent: "#1A3C5E", shortName: "Demo" },
      company: { "en-GB": "Since 1998." },
      safety: { minimums: [{ standard: "ARGUS", level: "Gold" }], text: { de: "Geprüft." } },
      categoryTexts: { "Light jet": { de: "Schnell." } },
      texts: { de: { "search.title": "Wohin?" } },
      favouriteAirports: ["EGGW"],
      privacyPolicy: "https://www.demo-charter.example/privacy",
    };
    for (const app of [
      await createTestApp(),
      await createTestApp({ config: { brokers: [{ ...testBroker, settings }] } }),
    ]) {
      for (const path of ["/widget/settings", "/widget/settings?lang=de"]) {
        expect((await ask(app, "get /widget/settings", { path })).status).toBe(200);
      }
    }
  });

  test.each(["aircraft", "type", "category"])("a search by %s, and a request from it", async (groupBy) => {
    const app = await createTestApp();
    const found = await ask(app, "post /searches", { body: { ...search, categories: undefined, groupBy } });
    const { search: sealed, options } = SearchResponse.parse(found.body);
    const lead = { search: sealed, options: options.slice(0, 2), ...person };
    expect(await judge.faultsInShape("LeadRequest", lead)).toEqual([]);
    const headers = { "idempotency-key": "key-0001" };
    const taken = await ask(app, "post /leads", { body: lead, headers });
    expect([found.status, options.length > 0, taken.status]).toEqual([200, true, 201]);
    const again = await ask(app, "post /leads", { body: lead, headers });
    expect((again.body as LeadReceipt).reference).toBe((taken.body as LeadReceipt).reference);

    const faults = [
      await ask(app, "post /leads", { body: lead }),
      await ask(app, "post /leads", { body: { ...lead, message: null }, headers }),
      await ask(app, "post /leads", { body: lead, headers: { "idempotency-key": "key-0002" } }),
      await ask(app, "post /leads", {
        body: { ...lead, options: options.slice(0, 1).map((one) => ({ ...one, maxPassengers: 99 })) },
        headers: { "idempotency-key": "key-0003" },
      }),
    ];
    expect(faults.map(({ status, code }) => [status, code])).toEqual([
      [400, "request.idempotency-key-missing"],
      [422, "request.idempotency-key-reused"],
      [409, "search.spent"],
      [422, "option.unavailable"],
    ]);
  });

  test("what is refused at the gate and before it", async () => {
    const app = await createTestApp();
    const send = (init: RequestInit) => ask(app, "post /searches", { init: { method: "POST", ...init } });
    const json = { "content-type": "application/json" };
    const answers = [
      await ask(app, "post /searches", { body: { ...search, legs: [] } }),
      await send({ body: "{}", headers: { "content-type": "text/plain" } }),
      await send({ body: " ".repeat(65 * 1024), headers: json }),
      await send({ body: "{}", headers: { ...json, "x-embed-key": "pk_nobody" } }),
      await send({ body: "{}", headers: { ...json, origin: "https://elsewhere.example" } }),
      await ask(app, "post /searches", { body: { ...search, legs: [{ ...search.legs[0], to: "ZZZZ" }] } }),
    ];
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [400, "request.invalid"],
      [415, "request.unsupported-type"],
      [413, "request.too-large"],
      [403, "embed-key.unknown"],
      [403, "origin.refused"],
      [422, "airport.unknown"],
    ]);
  });

  test("health, readiness, and what is not for everybody", async () => {
    const app = await createTestApp();
    const seen = [await ask(app, "get /healthz"), await ask(app, "get /readyz"), await ask(app, "get /metrics")];
    seen.push(
      await ask(app, "get /photos/{token}", { path: "/photos/none" }),
      await ask(app, "post /webhooks/avinode/{brokerId}", { path: "/webhooks/avinode/demo", body: {} }),
      await ask(app, "get /s/{embedKey}", { path: "/s/nobody" }),
      await ask(app, "get /widget/{version}/{file}", { path: "/widget/v1/none.js" }),
      await ask(app, "get /calendar/{embedKey}/{file}", { path: "/calendar/pk_demo/none.ics" }),
    );
    await app.dependencies.close();
    seen.push(await ask(app, "get /readyz"));
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 404, 404, 401, 404, 404, 404, 503]);
  });

  test("too many requests", async () => {
    const limits = { lookupsPerMinute: 1, searchesPerMinute: 1, leadsPerHour: 1 };
    const app = await createTestApp({ config: { limits } });
    await ask(app, "get /airports", { path: "/airports?query=lo" });
    expect((await ask(app, "get /airports", { path: "/airports?query=lo" })).code).toBe("rate.limited");
  });

  test("every example of a route that the widget calls is taken as it stands", async () => {
    const app = await createTestApp();
    const gated = operations.filter(({ isGated }) => isGated);
    expect(gated).toHaveLength(4);
    for (const { method, path: template, body, example } of gated) {
      const { path } = example;
      const [sent] = Object.values(body?.examples ?? {});
      if (body) expect(await judge.faultsInShape(body.shape, sent)).toEqual([]);
      const headers = { "idempotency-key": crypto.randomUUID() };
      const { status } = await ask(app, `${method} ${template}`, { path, body: sent, headers });
      expect([template, status]).toEqual([template, template === "/leads" ? 201 : 200]);
    }
  });
});
