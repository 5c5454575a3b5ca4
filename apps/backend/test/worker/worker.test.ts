import { gzipSync } from "node:zlib";
import { createClient } from "@liftline/api-client";
import { createMarketplace } from "@liftline/sandbox";
import { serveMarketplace } from "@liftline/sandbox/serve";
import type { TestHarness } from "wrangler";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { writeOpenApi } from "../../src/reference/openapi-document.ts";
import { demoEmbedKey, demoOrigin, testBroker } from "../harness.ts";
import { startMailServer, type MailServer } from "../mail-server.ts";
import { askWorker, buildWorker, pageFetch, startWorker, type WorkerBundle } from "./start-worker.ts";

const marketplace = createMarketplace({ rate: null });
const visitor = { name: "Jo Smith", email: "jo@visitor.example" };

let bundle: WorkerBundle;
let sandbox: Awaited<ReturnType<typeof serveMarketplace>>;
let mails: MailServer;
let worker: TestHarness;

beforeAll(async () => {
  bundle = await buildWorker();
  sandbox = await serveMarketplace({ marketplace, port: 0 });
  mails = await startMailServer();
  worker = await startWorker(bundle, {
    marketplace: sandbox.baseUrl,
    smtp: { url: mails.url, from: "Liftline <no-reply@liftline.example>" },
    brokers: [{ ...testBroker, notify: { email: "leads@demo-charter.example" } }],
  });
}, 60_000);

afterAll(async () => {
  await worker.close();
  await sandbox.close();
  await mails.close();
  bundle.remove();
});

test("the upload is made without a network and fits the smallest plan: 3 MB compressed", () => {
  expect(bundle.output).toContain("--dry-run: exiting now");
  expect(gzipSync(bundle.code).length).toBeLessThan(1_000_000);
});

test("R15: no simulated part and no driver of another host's database is uploaded", () => {
  expect(bundle.code).not.toMatch(/better-sqlite3|pg-protocol|sandbox-token-demo/);
});

describe("in workerd, on D1", () => {
  test("look up, search, request, cron: one lead in the marketplace, a mail to each side", async () => {
    const client = createClient({ baseUrl: "", embedKey: demoEmbedKey, fetch: pageFetch(worker, demoOrigin) });
    const [luton] = await client.findAirports({ query: "luton" });
    expect(luton).toMatchObject({ code: "EGGW" });

    const found = await client.searchOptions({
      legs: [{ from: "EGGW", to: "KTEB", date: nextMonth(), passengers: 7 }],
    });
    const request = { search: found.search, options: found.options.slice(0, 2), contact: visitor };
    const receipts = await Promise.all(
      Array.from({ length: 5 }, () => client.submitLead(request, { idempotencyKey: "key-0001" })),
    );
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);

    await worker.getWorker().scheduled({ cron: "* * * * *" });
    await worker.getWorker().scheduled({ cron: "* * * * *" });
    expect(marketplace.ledger.leads()).toHaveLength(1);
    expect(marketplace.ledger.leads()[0]?.sellerQuoteIds).toHaveLength(2);
    // What the request itself began may still go on.
    await vi.waitFor(
      async () =>
        expect(await rows("select channel, state from deliveries order by channel")).toEqual([
          { channel: "email-broker", state: "delivered" },
          { channel: "email-client", state: "delivered" },
          { channel: "marketplace", state: expect.stringMatching(/delivered|enriched/) },
        ]),
      { timeout: 15_000, interval: 200 },
    );
    expect(mails.received.flatMap(({ to }) => to).toSorted()).toEqual([
      "jo@visitor.example",
      "leads@demo-charter.example",
    ]);
    expect(await rows("select name from call_buckets")).toContainEqual({ name: "demo sandbox leads.create" });
  });

  test("R21 of reliability.md §2: forgets by the hour what was kept long enough", async () => {
    await rows("update deliveries set settled_at = '2020-01-01T00:00:00.000Z', next_at = null");
    await rows("update leads set received_at = '2020-01-01T00:00:00.000Z'");
    await worker.getWorker().scheduled({ cron: "17 * * * *" });
    expect(await rows("select name from lead_contacts")).toEqual([]);
    expect(await rows("select reason from lead_erasures")).toEqual([{ reason: "retention" }]);
  });

  test("says that it is ready, and hands out the widget with the headers that other pages need", async () => {
    expect((await worker.fetch("/readyz")).status).toBe(200);
    const script = await worker.fetch("/widget/v1/liftline.js", { headers: { origin: demoOrigin } });
    expect(script.status).toBe(200);
    expect(Object.fromEntries(script.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "content-type": expect.stringContaining("javascript"),
      "cross-origin-resource-policy": "cross-origin",
    });
    const etag = script.headers.get("etag") ?? "";
    expect((await worker.fetch("/widget/v1/liftline.js", { headers: { "if-none-match": etag } })).status).toBe(304);
    for (const path of ["/v1/liftline.js", "/widget/v1/../../worker.js", "/widget/v1/nothing.js"]) {
      expect((await worker.fetch(path)).status, path).toBe(404);
    }
  });

  test("R8: its log has a line for each request, and nobody in it", () => {
    const lines = worker.getLogs().map(({ message }) => message);
    expect(lines.filter((line) => line.includes('"request.answered"')).length).toBeGreaterThan(5);
    expect(lines.join("\n")).not.toMatch(/jo@visitor|Jo Smith|test secret|5A11DB0C/);
  });
});

function rows(sql: string): Promise<unknown[]> {
  return askWorker(worker, sql);
}

function nextMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}

test("pages and their pictures are drawn there, too", async () => {
  const page = await worker.fetch("/t/pk_demo/EGGW-KTEB-20301213-1100-7");
  expect([page.status, (await page.text()).includes("London to Teterboro")]).toEqual([200, true]);
  const icon = new Uint8Array(await (await worker.fetch("/s/pk_demo/icon-192.png")).arrayBuffer());
  expect(String.fromCharCode(...icon.subarray(1, 4))).toBe("PNG");
});

test("the reference is written there, too, and the same", async () => {
  const [document, page] = [await worker.fetch("/openapi.json"), await worker.fetch("/docs")];
  expect([document.status, page.status]).toEqual([200, 200]);
  expect(await document.json()).toEqual(JSON.parse(JSON.stringify(writeOpenApi({ publicUrl: null }))));
  expect(await page.text()).toContain("<h1>HTTP reference</h1>");
});
