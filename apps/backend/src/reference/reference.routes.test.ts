import { describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../test/harness.ts";
import { operations } from "./operations.ts";
import { referenceRoutes } from "./reference.routes.tsx";

async function visit({ app }: TestApp, path: string, init: RequestInit = {}) {
  const response = await app.request(path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe.each([
  ["/openapi.json", "application/json; charset=utf-8"],
  ["/docs", "text/html; charset=utf-8"],
  ["/docs/page.css", "text/css; charset=utf-8"],
])("GET %s", (path, type) => {
  test("is open to everybody, kept, and asked for again only to learn that it is the same", async () => {
    const backend = await createTestApp();
    const { status, headers, text } = await visit(backend, path);
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
      200,
      type,
      "public, no-cache",
    ]);
    const again = await visit(backend, path, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect([again.status, again.text]).toEqual([304, ""]);
    const head = await visit(backend, path, { method: "HEAD" });
    expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", headers.get("etag")]);
    expect((await visit(backend, path, { method: "POST" })).status).toBe(405);
    expect((await visit(await createTestApp(), path)).text).toBe(text);
  });

  test("tells nothing of who runs it, of its brokers or of their secrets", async () => {
    const { text } = await visit(await createTestApp(), path);
    expect(text).not.toMatch(/sandbox-token|test secret|second-charter|pk_second|localhost|Liftline v1\.0/);
  });
});

describe("/openapi.json", () => {
  test("may be read by any website, as it is for any website", async () => {
    const { headers, text } = await visit(await createTestApp(), "/openapi.json");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(JSON.parse(text)).toMatchObject({ openapi: "3.1.1" });
  });

  test("is written when it is asked for first, and once", async () => {
    let written = 0;
    const routes = referenceRoutes({
      get publicUrl() {
        written += 1;
        return null;
      },
    });
    expect(written).toBe(0);
    for (const path of ["/openapi.json", "/docs", "/openapi.json", "/docs"]) await routes.request(path);
    expect(written).toBe(1);
  });
});

describe("/docs", () => {
  test("is text: no script, nothing inline, nobody's frame, no address but its own", async () => {
    const { headers, text } = await visit(await createTestApp(), "/docs");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=|<iframe|<img|src=/);
    const targets = [...text.matchAll(/href="([^"]*)"/g)].map(([, target = ""]) => target);
    expect(targets.filter((target) => !target.startsWith("#")).toSorted()).toEqual([
      "docs/page.css",
      "openapi.json",
      "openapi.json",
    ]);
  });

  test("has what each link leads to, once", async () => {
    const { text } = await visit(await createTestApp(), "/docs");
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const links = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("says of each route what it takes, what it answers, how it fails and what to type", async () => {
    const { text } = await visit(await createTestApp(), "/docs");
    for (const { id, path } of operations) {
      const [, entry = ""] = text.split(`<section class="entry" aria-labelledby="${id}">`);
      const [own = ""] = entry.split("</section>");
      for (const part of [path, "<h4>Answers</h4>", "<h4>Example</h4>", "curl &quot;$LIFTLINE/"]) {
        expect(own, id).toContain(part);
      }
    }
    const [, leads = ""] = text.split('aria-labelledby="submitLead">');
    for (const part of ["X-Embed-Key", "Idempotency-Key", "Origin", "TripLeadRequest", "search.spent", "--json"]) {
      expect(leads.split("</section>")[0]).toContain(part);
    }
    expect(text).toContain("Sealed. Send it back with the option as it was received.");
  });

  test("has the backend's own address in its examples, where the configuration says it", async () => {
    const { text } = await visit(await createTestApp({ config: { publicUrl: "https://leads.example/a/" } }), "/docs");
    expect(text).toContain("LIFTLINE=https://leads.example/a<");
  });
});
