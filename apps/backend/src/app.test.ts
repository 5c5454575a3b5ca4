import { Problem } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { createTestApp, testBroker } from "../test/harness.ts";
import { createApp } from "./app.ts";

/** Open to everybody on purpose; whatever else is mounted must be behind the gate. */
const openRoutes = new Set([
  "/widget/:version/*",
  "/healthz",
  "/readyz",
  "/openapi.json",
  "/docs",
  "/docs/page.css",
  // To whoever has its token.
  "/metrics",
  "/photos/:token",
  "/webhooks/avinode/:brokerId",
  "/s/:embedKey",
  "/s/:embedKey/",
  "/s/:embedKey/:file",
  "/t/:embedKey/:trip",
  "/calendar/:embedKey/:file",
]);

describe("the app", () => {
  test("has no route that escapes the gate, but those that are open on purpose", async () => {
    const { app } = await createTestApp();
    const routes = app.routes.filter(({ method, path }) => method !== "ALL" && !openRoutes.has(path));
    expect(routes.length).toBeGreaterThanOrEqual(3);
    for (const { method, path } of routes) {
      const response = await app.request(path.replace(/\/$/, ""), { method });
      expect([method, path, response.status]).toEqual([method, path, 403]);
    }
  });

  test("tells an unknown address from a method that is not taken", async () => {
    const { app, request } = await createTestApp();
    const unknown = await app.request("/nothing");
    expect([unknown.status, Problem.parse(await unknown.json()).code]).toEqual([404, "route.unknown"]);
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const init = { method, headers: { "content-type": "application/json" }, body: "{}" };
      const response = await request("/airports", init);
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"]);
    }
    expect((await app.request("/healthz", { method: "POST" })).status).toBe(405);
  });

  test.each(["/healthz", "/airports", "/nothing"])(
    "answers %s as data that nothing may keep or frame",
    async (path) => {
      const { request } = await createTestApp();
      const { headers } = await request(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "referrer-policy": "no-referrer",
        "strict-transport-security": expect.stringContaining("max-age=31536000"),
        "x-request-id": expect.stringMatching(/^[\w-]{8}-\d+$/),
      });
      expect(headers.get("set-cookie")).toBeNull();
    },
  );

  test("writes one line for each request: the route, never its query, and the id that the answer carries", async () => {
    const { request, logLines } = await createTestApp();
    const response = await request("/airports?query=canary-text", { headers: { "x-canary": "canary-header" } });
    const lines = logLines.filter(({ event }) => event === "request.answered");
    expect(lines).toEqual([
      expect.objectContaining({ method: "GET", route: "/airports", status: 200, broker: "demo" }),
    ]);
    expect(lines[0]?.["requestId"]).toBe(response.headers.get("x-request-id"));
    expect(JSON.stringify(logLines)).not.toContain("canary");
  });

  test("R8: tells nothing of a fault of its own, and logs its place without its words", async () => {
    const backend = await createTestApp();
    const broken = { ...backend.dependencies.airportIndex, search: () => fail("canary-password") };
    const app = createApp({ ...backend.dependencies, airportIndex: broken });
    const headers = { origin: testBroker.origins[0] ?? "", "x-embed-key": "pk_demo" };
    const response = await app.request("/airports?query=lo", { headers });
    const text = await response.text();
    expect([response.status, Problem.parse(JSON.parse(text)).code]).toEqual([500, "internal"]);
    expect(text).not.toContain("canary");
    const [line] = backend.logLines.filter(({ event }) => event === "request.failed");
    expect(line).toMatchObject({ code: "internal", cause: "RangeError", at: expect.stringContaining("app.test.ts") });
    expect(JSON.stringify(backend.logLines)).not.toContain("canary");
  });

  test("lives at once, and is ready as long as it can take a lead", async () => {
    const { app, dependencies } = await createTestApp();
    expect((await app.request("/healthz")).status).toBe(200);
    const ready = await app.request("/readyz");
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ready", checks: { database: "ok" } }]);
    await dependencies.close();
    const closed = await app.request("/readyz");
    expect([closed.status, await closed.json()]).toEqual([
      503,
      { status: "unavailable", checks: { database: "failed" } },
    ]);
    expect((await app.request("/healthz")).status).toBe(200);
  });
});

function fail(words: string): never {
  throw new RangeError(words);
}
