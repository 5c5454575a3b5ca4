import { ownTextKeys, WidgetSettings } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { createTestApp, testBroker, type TestApp } from "../../test/harness.ts";

function appOf(settings: object): Promise<TestApp> {
  return createTestApp({ config: { brokers: [{ ...testBroker, settings }] } });
}

describe("GET /widget/settings", () => {
  test("tells the widget how to draw itself for an embed key", async () => {
    const { request } = await appOf({ groupBy: "category", contact: { phone: "+44 20 7946 0000" } });
    const answer = WidgetSettings.parse(await (await request("/widget/settings")).json());
    expect(answer).toMatchObject({
      name: "Demo Charter",
      groupBy: "category",
      contact: { phone: "+44 20 7946 0000" },
      features: { map: true, severalLegs: true },
    });
  });

  test("gives favourite airports whole, so that they need no lookup", async () => {
    const { request } = await appOf({ favouriteAirports: ["eggw", "TEB"] });
    const answer = WidgetSettings.parse(await (await request("/widget/settings")).json());
    expect(answer.favouriteAirports.map(({ code, name }) => `${code} ${name}`)).toEqual([
      "EGGW Luton",
      "KTEB Teterboro",
    ]);
  });

  test.each([
    ["de-AT", ["Light Jet", "Hubschrauber, einmotorig"]],
    ["iw", ["סילון קל", "מסוק חד־מנועי"]],
    ["ja", ["Light jet", "Helicopter, single engine"]],
    [null, ["Light jet", "Helicopter, single engine"]],
  ])("names the offered categories, and no others, for a visitor of %s", async (lang, [jet, helicopter]) => {
    const { request } = await appOf({ categories: ["Light jet", "Helicopter single engine"] });
    const query = lang ? `?lang=${lang}` : "";
    const answer = WidgetSettings.parse(await (await request(`/widget/settings${query}`)).json());
    expect(answer.categoryNames).toEqual({ "Light jet": jet, "Helicopter single engine": helicopter });
  });

  describe("with names of the broker's own for categories", () => {
    const categoryNames = {
      "Light jet": { de: "<i>Flitzer</i> & Co", "en-GB": "Nippy jet", ja: "小型ジェット" },
      Piston: { "en-US": "Prop plane", "zh-Hant": "活塞式", he: "בוכנה" },
      "Heavy jet": { de: "Nicht angeboten" },
    };

    test.each([
      ["de-AT", "<i>Flitzer</i> & Co", "Kolbenmotorflugzeug"],
      ["fr", "Jet léger", "Avion à pistons"],
      ["en-AU", "Nippy jet", "Prop plane"],
      ["ja-JP", "小型ジェット", "Prop plane"],
      ["ko", "Nippy jet", "Prop plane"],
      ["zh", "轻型公务机", "活塞式"],
      ["iw", "סילון קל", "בוכנה"],
      [null, "Nippy jet", "Prop plane"],
    ])("calls them so for a visitor of %s, and by our names where it has none", async (lang, jet, piston) => {
      const { request } = await appOf({ categories: ["Light jet", "Piston"], categoryNames });
      const answer = WidgetSettings.parse(
        await (await request(`/widget/settings${lang ? `?lang=${lang}` : ""}`)).json(),
      );
      expect(answer.categoryNames).toEqual({ "Light jet": jet, Piston: piston });
    });
  });

  test.each([
    ["de-AT", "Sicher", "Wir", "Schnell"],
    ["fr", "Safe", "We", "Fast"],
    [null, "Safe", "We", "Fast"],
  ])("tells a visitor of %s of safety, the company and categories", async (lang, safety, company, jet) => {
    const { request } = await appOf({
      languages: ["en-GB", "de"],
      safety: { text: { de: "Sicher", "en-GB": "Safe" } },
      company: { de: "Wir", "en-GB": "We" },
      categories: ["Light jet", "Piston"],
      categoryTexts: { "Light jet": { de: "Schnell", "en-GB": "Fast" }, "Heavy jet": { de: "Nicht angeboten" } },
    });
    const query = lang ? `?lang=${lang}` : "";
    const answer = WidgetSettings.parse(await (await request(`/widget/settings${query}`)).json());
    expect(answer).toMatchObject({ safety: { text: safety }, company });
    expect(answer.categoryTexts).toEqual({ "Light jet": jet });
  });

  test("has no text where the broker has none", async () => {
    const { request } = await appOf({});
    const answer = WidgetSettings.parse(await (await request("/widget/settings?lang=de")).json());
    expect(answer).toMatchObject({ safety: { text: null }, company: null, categoryTexts: {}, terms: null });
  });

  describe("with texts of the broker's own", () => {
    const texts = {
      "en-GB": { "search.title": "Fly with us" },
      "en-US": { "lead.send": "Go" },
      de: { "search.title": "Fliegen Sie mit uns", "receipt.first": "Wir rufen Sie an." },
    };

    test.each([
      ["de-AT", { "search.title": "Fliegen Sie mit uns", "receipt.first": "Wir rufen Sie an." }],
      ["en-US", { "search.title": "Fly with us", "lead.send": "Go" }],
      ["ja", { "search.title": "Fly with us" }],
    ])("tells a visitor of %s those of the nearest language only, by their places", async (lang, expected) => {
      const { request } = await appOf({ texts });
      const { texts: told } = WidgetSettings.parse(await (await request(`/widget/settings?lang=${lang}`)).json());
      const said = ownTextKeys.flatMap((key, at) => (told[at] ? [[key, told[at]]] : []));
      expect(Object.fromEntries(said)).toEqual(expected);
    });

    test("tells nothing where nothing is worded otherwise, or no language is asked for", async () => {
      const { request } = await appOf({ texts });
      for (const query of ["?lang=fr", ""]) {
        expect(await (await request(`/widget/settings${query}`)).json()).toMatchObject({ texts: [] });
      }
    });

    test("refuses a question that it does not know", async () => {
      const { request } = await appOf({ texts });
      expect((await request("/widget/settings?language=de")).status).toBe(400);
    });
  });

  test("keeps to itself what is the backend's: commission, fleet, exclusions, retention", async () => {
    const { request } = await appOf({
      commission: { from: "net", percent: 17 },
      partnerships: ["Canary fleet"],
      exclusions: { ownerApproval: true, maxPositioningMinutes: 917 },
      retentionDays: 397,
    });
    const text = await (await request("/widget/settings")).text();
    for (const canary of ["17", "Canary", "917", "397", "ommission", "wnerApproval"])
      expect(text).not.toContain(canary);
  });

  test("carries phone and mail when the marketplace is down, and for a day after we are", async () => {
    const app = await createTestApp({
      config: {
        brokers: [{ ...testBroker, settings: { contact: { phone: "+44 20 7946 0000", email: "fly@demo.example" } } }],
      },
      overrides: { fetch: () => Promise.reject(new TypeError("fetch failed")) },
    });
    const response = await app.request("/widget/settings");
    expect([response.status, response.headers.get("cache-control"), response.headers.get("vary")]).toEqual([
      200,
      "private, max-age=60, stale-if-error=86400",
      "Origin, X-Embed-Key",
    ]);
    expect(await response.json()).toMatchObject({ contact: { phone: "+44 20 7946 0000", email: "fly@demo.example" } });
    const refused = await app.request("/widget/settings", { headers: { "x-embed-key": "pk_nobody" } });
    expect([refused.status, refused.headers.get("cache-control")]).toEqual([403, "no-store"]);
  });
});
