import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createHostedFiles } from "./hosted-files.ts";
import { createTestApp, secondBroker, testBroker, type TestApp } from "../../test/harness.ts";

const own = "http://localhost";
const hostile = `<script>alert(1)</script>"'</title><img src=x onerror=alert(1)>`;

/** A backend that is reached at `publicUrl`, with these settings of its broker. */
function appOf(settings: object = {}, broker: object = {}): Promise<TestApp> {
  const brokers = [{ ...testBroker, origins: [], ...broker, settings }, secondBroker];
  return createTestApp({ config: { publicUrl: "https://leads.example", brokers } });
}

async function visit({ app }: TestApp, path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe("GET /s/{embedKey}/", () => {
  test("is a page of the broker's that says all of it without a script", async () => {
    const backend = await appOf({
      contact: { phone: "+44 20 7946 0000", email: "fly@demo.example" },
      company: { "en-GB": "Since 1998.\nIn London." },
      safety: { text: { de: "Geprüft." } },
      privacyPolicy: "https://demo.example/privacy",
      terms: "https://demo.example/terms",
    });
    const { status, headers, text } = await visit(backend, "/s/pk_demo/");
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=UTF-8"]);
    for (const part of [
      "<title>Demo Charter</title>",
      '<meta name="theme-color" content="#14507a"',
      'href="tel:+442079460000"',
      'href="mailto:fly@demo.example"',
      "Since 1998.\nIn London.",
      'lang="de" dir="auto">Geprüft.',
      "demo.example/privacy",
      "demo.example/terms",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('<liftline-search embed-key="pk_demo" lang="en-GB">');
  });

  test("allows nothing inline, nobody's frame and no address but its own", async () => {
    const { headers, text } = await visit(await appOf(), "/s/pk_demo/");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'; require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  test("R9: a broker's own words stay text, wherever they stand", async () => {
    const settings = {
      contact: { phone: hostile.slice(0, 40) },
      company: { "en-GB": hostile },
      safety: { text: { "en-GB": hostile } },
    };
    const { text } = await visit(await appOf(settings, { name: hostile }), "/s/pk_demo/");
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain("<img src=x");
    expect(text.match(/<script/g)).toHaveLength(2);
  });

  test.each([
    ["de-AT, en;q=0.5", "", "de"],
    ["", "?lang=ar", "ar"],
    ["de", "?lang=ar", "ar"],
    ["fi, xx;q=0.9", "", "en-GB"],
    ["*;q=bad,,;;", "?lang=%3Cscript%3E", "en-GB"],
  ])("speaks the visitor's language: %j %s", async (accepted, query, language) => {
    const backend = await appOf({ languages: ["en-GB", "de", "ar"] });
    const { headers, text } = await visit(backend, `/s/pk_demo/${query}`, { "accept-language": accepted });
    expect([headers.get("content-language"), headers.get("vary")]).toEqual([language, "Accept-Language"]);
    expect(text).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
  });

  test("is where its origin is the broker's: that of publicUrl by itself, unless the broker wants no page", async () => {
    const host = { host: "leads.example" };
    expect((await visit(await appOf(), "/s/pk_demo/", host)).status).toBe(200);
    expect((await visit(await appOf({ hostedPage: false }), "/s/pk_demo/", host)).status).toBe(404);
    const brokers = [testBroker];
    expect((await visit(await createTestApp({ config: { brokers } }), "/s/pk_demo/")).status).toBe(404);
    const listed = await createTestApp({ config: { brokers: [{ ...testBroker, origins: [own] }] } });
    expect((await visit(listed, "/s/pk_demo/")).status).toBe(200);
  });

  test("its widget may call, though a proxy tells neither scheme nor host", async () => {
    const { app } = await appOf();
    const headers = { "x-embed-key": "pk_demo", "sec-fetch-site": "same-origin" };
    expect((await app.request("http://backend:8787/widget/settings", { headers })).status).toBe(200);
    const elsewhere = { ...headers, "sec-fetch-site": "cross-site" };
    expect((await app.request("http://backend:8787/widget/settings", { headers: elsewhere })).status).toBe(403);
    const off = await appOf({ hostedPage: false });
    expect((await off.app.request("http://backend:8787/widget/settings", { headers })).status).toBe(403);
  });

  test.each(["/s/pk_nobody/", "/s/%3Cscript%3E/", "/s/pk_nobody/page.css", "/s/pk_demo/other.js", "/s/pk_demo/..%2f"])(
    "%s is nothing",
    async (path) => {
      expect((await visit(await appOf(), path)).status).toBe(404);
    },
  );

  test("its address without the slash leads to it, and nowhere else", async () => {
    const { app } = await appOf();
    const response = await app.request("/s/pk_demo?lang=de");
    expect([response.status, response.headers.get("location")]).toEqual([308, "./pk_demo/?lang=de"]);
    expect((await app.request("/s/%2F%2Fevil.example")).headers.get("location")).toBeNull();
  });
});

describe("the files that make an app of it", () => {
  test("a manifest of its own, installable, in the broker's colour", async () => {
    const { headers, text } = await visit(
      await appOf({ brand: { accent: "#7a1f3d" } }),
      "/s/pk_demo/app.webmanifest?lang=ar",
    );
    expect(headers.get("content-type")).toBe("application/manifest+json");
    expect(JSON.parse(text)).toMatchObject({
      name: "Demo Charter",
      short_name: "Demo Charter",
      start_url: "./",
      scope: "./",
      display: "standalone",
      lang: "ar",
      dir: "rtl",
      background_color: "#7a1f3d",
      theme_color: "#7a1f3d",
      icons: expect.arrayContaining([
        expect.objectContaining({ sizes: "192x192", purpose: "any" }),
        expect.objectContaining({ sizes: "512x512", purpose: "maskable" }),
      ]),
    });
  });

  test.each([
    ["icon-180.png", 180, 180],
    ["icon-512.png", 512, 512],
    ["launch-1170x2532.png", 1170, 2532],
  ])("%s is a picture of that size, letters in its middle and the colour to its edge", async (name, width, height) => {
    const { app } = await appOf({ brand: { accent: "#7a1f3d" } });
    const bytes = Buffer.from(await (await app.request(`/s/pk_demo/${name}`)).arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
    const palette = bytes.subarray(bytes.indexOf("PLTE") + 4);
    expect(palette.subarray(0, 3).toString("hex")).toBe("7a1f3d");
    const at = bytes.indexOf("IDAT");
    const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
    expect(rows.length).toBe((width + 1) * height);
    const inked = (y: number) => rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)).some((shade) => shade > 0);
    expect([inked(0), inked(Math.round(height / 2)), inked(height - 1)]).toEqual([false, true, false]);
  });

  test("a picture that was drawn is not drawn again, however many brokers have one", async () => {
    const hostedFile = createHostedFiles({ widgetFiles: new Map() });
    const { dependencies } = await appOf();
    const [broker] = dependencies.brokers.all;
    if (!broker) throw new Error("there is one");
    const iconOf = async (name: string) =>
      (await hostedFile({ broker: { ...broker, name }, embedKey: "pk_demo", name: "icon-180.png", lang: undefined }))
        ?.body;
    const first = await iconOf("Air 0");
    for (let index = 1; index < 500; index += 1) await iconOf(`Air ${index}`);
    expect(await iconOf("Air 0")).toBe(first);
  });

  test.each(["'", '"', "`"])("a service worker that keeps the widget's current file, named in %s", async (quote) => {
    const body = new TextEncoder().encode(`import(${quote}../1.2.3/liftline-a.js${quote})`);
    const loader = { body, type: "text/javascript", etag: '"1"', smaller: [] };
    const { app } = await createTestApp({
      config: { publicUrl: "https://leads.example", brokers: [testBroker] },
      overrides: { widgetFiles: new Map([["v1/liftline.js", loader]]) },
    });
    const script = await (await app.request("/s/pk_demo/worker.js")).text();
    expect(script).toContain('"../../widget/v1/liftline.js","../../widget/1.2.3/liftline-a.js"]');
  });

  test("a service worker whose version follows what it keeps, and which is kept by nobody", async () => {
    const worker = await visit(await appOf(), "/s/pk_demo/worker.js");
    expect([worker.headers.get("cache-control"), worker.headers.get("content-security-policy")]).toEqual([
      "no-cache",
      "default-src 'none'; connect-src 'self'",
    ]);
    const other = await visit(await appOf({ brand: { accent: "#000000" } }), "/s/pk_demo/worker.js");
    expect(other.text).not.toBe(worker.text);
  });
});
