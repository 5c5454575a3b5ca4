import { SearchResponse } from "@liftline/schema";
import { afterEach, describe, expect, test } from "vitest";
import { databaseKinds, openTestDatabase } from "../../test/databases/open-test-database.ts";
import { createTestApp, createTestClock, type TestApp } from "../../test/harness.ts";
import { deliverDue } from "../deliveries/deliver-due.ts";
import { writeMetrics } from "./write-metrics.ts";

const token = "a metrics token of enough length";
const bearer = { headers: { authorization: `Bearer ${token}` } };

const apps: TestApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dependencies.close();
});

async function open(by: { kind?: (typeof databaseKinds)[number]; config?: Record<string, unknown> } = {}) {
  const clock = createTestClock();
  const database = await openTestDatabase(by.kind ?? "sqlite", clock);
  const app = await createTestApp({ overrides: { database, clock }, config: by.config ?? { metrics: { token } } });
  apps.push(app);
  return { ...app, clock };
}

async function submit(app: TestApp): Promise<void> {
  const legs = [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }];
  const found = SearchResponse.parse(await (await app.post("/searches", { legs })).json());
  const contact = { name: "CANARY-NAME", email: "canary@visitor.example" };
  const body = { search: found.search, options: found.options.slice(0, 1), contact };
  const answer = await app.post("/leads", body, { "idempotency-key": crypto.randomUUID() });
  expect(answer.status).toBe(201);
}

test.each(databaseKinds)("R6, R8: tell what is stuck and since when, and nobody's name or id, on %s", async (kind) => {
  const app = await open({ kind });
  await submit(app);
  app.clock.advance(90_000);
  const before = await (await app.app.request("/metrics", bearer)).text();
  expect(before).toContain('liftline_deliveries{broker="demo",channel="marketplace",state="accepted"} 1\n');
  expect(before).toContain('liftline_undelivered_oldest_seconds{broker="demo",channel="marketplace"} 90\n');
  expect(before).toContain(
    'liftline_marketplace_calls_total{broker="demo",operation="searches.create",outcome="answered"} 1\n',
  );
  expect(before).toMatch(/liftline_marketplace_budget\{broker="second",operation="leads\.create"\} \d+\n/);

  await deliverDue(app.dependencies);
  const after = await (await app.app.request("/metrics", bearer)).text();
  expect(after).toMatch(/state="(enriched|delivered)"\} 1\n/);
  expect(after).not.toMatch(/CANARY|canary|alead-|asearch|acomp|LL-|lead_/);
});

describe("are for whoever has the token", () => {
  test.each([
    ["nothing", {}],
    ["a wrong token", { authorization: "Bearer another token" }],
    ["the token in another scheme", { authorization: `Basic ${token}` }],
  ])("and %s finds nothing here", async (_name, headers: Record<string, string>) => {
    const { app } = await open();
    const answer = await app.request("/metrics", { headers });
    expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ code: "route.unknown" })]);
  });

  test("and for nobody where none is configured", async () => {
    const { app } = await open({ config: {} });
    expect((await app.request("/metrics", bearer)).status).toBe(404);
    expect((await app.request("/metrics", { headers: { authorization: "Bearer " } })).status).toBe(404);
  });
});

test("the text is what Prometheus reads, whatever a label holds", () => {
  const samples = [{ labels: { name: 'a "b" \\ \n' }, value: 1 }];
  expect(writeMetrics([{ name: "x", help: "X.", type: "gauge", samples }])).toBe(
    '# HELP x X.\n# TYPE x gauge\nx{name="a \\"b\\" \\\\ \\n"} 1\n',
  );
});
