import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@liftline/api-client";
import { afterAll, expect, test, vi } from "vitest";
import { startDemo } from "../src/start-demo.ts";

const root = new URL("../../../", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "demo-data-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("after a restart on the same data, a request still gets its reference, and the marketplace still tells of it", async () => {
  const references = [await requestAnAircraft("before"), await requestAnAircraft("after")];
  expect(new Set(references).size).toBe(2);
});

test("who asks as soon as its port is open waits for what answers there", async () => {
  const port = await freePort();
  const ask = () => fetch(`http://127.0.0.1:${port}/demo/`).catch(() => null);
  // What fetching takes for the first time is over by then.
  expect(await ask()).toBeNull();
  const starting = startDemo({ port, root, dataFolder: pathToFileURL(`${folder}/`) });
  const answer = vi.waitUntil(ask, { interval: 1, timeout: 30_000 });
  const demo = await starting;
  try {
    expect((await answer).status).toBe(200);
  } finally {
    await demo.close();
  }
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), "close");
  return port;
}

async function requestAnAircraft(when: string): Promise<string> {
  const demo = await startDemo({ port: 0, root, dataFolder: pathToFileURL(`${folder}/`) });
  try {
    const { origin } = new URL(demo.url);
    const client = createClient({
      baseUrl: origin,
      embedKey: "pk_demo",
      fetch: (url, init) =>
        fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), origin } }),
    });
    const { privacyPolicy } = await client.settings();
    const date = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const found = await client.searchOptions({ legs: [{ from: "EGGW", to: "LSGG", date, passengers: 4 }] });
    const consent = privacyPolicy ? { privacyPolicy, acceptedAt: new Date().toISOString() } : null;
    const contact = { name: "Zoë", email: "zoe@visitor.example" };
    const request = { search: found.search, options: found.options.slice(0, 1), contact, consent };
    const { reference } = await client.submitLead(request, { idempotencyKey: `restart-${when}` });
    await vi.waitUntil(() => demo.notifications().some(({ state }) => state === "consumed"), { timeout: 30_000 });
    return reference;
  } finally {
    await demo.close();
  }
}
