import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@liftline/api-client";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { createPostgres } from "../databases/open-test-database.ts";
import { demoEmbedKey } from "../harness.ts";
import { refuse, type LedgerAnswer } from "../marketplace-ledger.ts";
import { backendSecret, superviseBackend, type SupervisedBackend } from "./backend-process.ts";
import { buildBackend, type BackendBuild } from "./build-backend.ts";
import { letTimePass } from "./drain.ts";
import { openLossyMarketplace, type LossyMarketplace } from "./lossy-marketplace.ts";
import { createTripSealer } from "./seal-trip.ts";
import { mostResumeMs } from "./storm.ts";
import { fetchAsPage } from "./visitors.ts";
import { isLong, writeProof } from "./write-proof.ts";

/** Long: longer than a lease. Short: a lease is ended by hand, because nobody waits a minute in every run. */
const frozenMs = isLong ? 90_000 : 0;

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 + 3 * frozenMs });

/** A call to `POST /leads` that is not answered yet. */
interface Held {
  message: string;
  at: number;
  release(answer?: LedgerAnswer): void;
}

let built: BackendBuild;
let folder: string;
let marketplace: LossyMarketplace;
let held: Held[];
const opened: (() => unknown)[] = [];
beforeAll(async () => {
  built = await buildBackend();
});
afterAll(() => built.remove());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "liftline-frozen-"));
  held = [];
  marketplace = await openLossyMarketplace(() => 1);
  opened.push(() => marketplace.close());
  marketplace.hold = ({ leadMessage = "" }) => {
    const { promise, resolve: release } = Promise.withResolvers<LedgerAnswer | undefined>();
    held.push({ message: leadMessage, at: performance.now(), release });
    return promise;
  };
});
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true });
});

test.each(["sqlite", "postgres"] as const)(
  "R5 of reliability.md §2: a process that was frozen while it sent overwrites nothing when it wakes (%s)",
  async (kind) => {
    const databaseUrl = kind === "sqlite" ? `file:${join(folder, "liftline.db")}` : await createPostgres();
    const start = async () => {
      const place = { main: built.main, folder, databaseUrl, marketplace: marketplace.baseUrl };
      const backend = await superviseBackend(place);
      opened.push(() => backend.end());
      return backend;
    };
    const frozen = await start();
    await submitTwo(frozen);
    await vi.waitUntil(() => held.length === 2, patience);
    frozen.signal("SIGSTOP");
    const frozenAt = performance.now();

    const database = await openDatabase({ url: databaseUrl });
    opened.push(() => database.close());
    if (!isLong) await letTimePass(database);
    await start();
    await vi.waitUntil(() => held.length === 4, { ...patience, timeout: frozenMs + 60_000 });
    const resumedMs = performance.now() - frozenAt;
    const [first, second, settled] = inOrder(held);
    settled.release();
    await vi.waitUntil(async () => (await rowOf(database, "settled")).state === "enriched", patience);
    await sleep(Math.max(0, frozenMs - (performance.now() - frozenAt)));

    // The other process does not wait for ever either: where it gave up it sends again, and then it is in the middle of it.
    await vi.waitUntil(() => isFresh(held.findLast(({ message }) => message === "under way")), patience);
    // What it finds when it wakes would hand both to a person.
    first.release(refuse(422, { code: "LIFT_INVALID", path: "inquiryLift" }));
    second.release(refuse(422, { code: "LIFT_INVALID", path: "inquiryLift" }));
    const before = [await rowOf(database, "settled"), await rowOf(database, "under way")];
    expect(before.map(({ state }) => state)).toEqual(["enriched", "sending"]);
    frozen.signal("SIGCONT");
    await vi.waitUntil(() => endsSaidBy(frozen).length === 2, patience);
    expect(endsSaidBy(frozen)).toEqual(["delivery.overtaken", "delivery.overtaken"]);
    expect([await rowOf(database, "settled"), await rowOf(database, "under way")]).toEqual(before);

    marketplace.hold = null;
    for (const call of held) call.release();
    await vi.waitUntil(async () => (await rowOf(database, "under way")).state === "enriched", patience);
    expect(marketplace.ledger.leads).toHaveLength(2);
    for (const message of ["settled", "under way"]) {
      const trail = await trailOf(database, message);
      expect(trail.slice(0, 3)).toEqual(["accepted", "sending", "sending"]);
      expect(trail.at(-1)).toBe("enriched");
      expect(trail).not.toContain("manual");
    }
    writeProof(`frozen-${kind}`, { frozenS: frozenMs / 1000, resumedS: resumedMs / 1000, overwritten: 0 });
    if (isLong) expect(resumedMs).toBeLessThanOrEqual(mostResumeMs);
  },
);

/** Long before whoever waits for its answer gives up. */
function isFresh(call: Held | undefined): boolean {
  return call !== undefined && performance.now() - call.at < 10_000;
}

/** What it says of each try of its own that ended. */
function endsSaidBy(backend: SupervisedBackend): string[] {
  return backend.said().match(/delivery\.(overtaken|delivered|failed)/g) ?? [];
}

const patience = { timeout: 90_000, interval: 50 };

async function submitTwo(backend: SupervisedBackend): Promise<void> {
  const baseUrl = await backend.listening();
  const client = createClient({ baseUrl, embedKey: demoEmbedKey, fetch: fetchAsPage });
  const sealTrip = createTripSealer(backendSecret, () => `asearch-${crypto.randomUUID()}`);
  for (const message of ["settled", "under way"]) {
    const contact = { name: "Jo Smith", email: "jo@visitor.example" };
    await client.submitLead({ ...sealTrip(), contact, message }, { idempotencyKey: crypto.randomUUID() });
  }
}

/** The two calls of the frozen process, then the one of the other for what it is to settle. */
function inOrder(calls: Held[]): [Held, Held, Held] {
  const early = calls.slice(0, 2);
  const late = calls.slice(2);
  const named = (list: Held[], message: string) => {
    const found = list.find((call) => call.message === message);
    if (!found) throw new Error(`nobody sent the lead that is ${message}`);
    return found;
  };
  return [named(early, "settled"), named(early, "under way"), named(late, "settled")];
}

async function rowOf({ build, run }: Database, message: string) {
  const [row] = await run(
    build
      .selectFrom("deliveries")
      .innerJoin("leads", "leads.id", "deliveries.lead_id")
      .select(["deliveries.id", "state", "reason", "sequence", "lease", "lease_until", "next_at", "attempts"])
      .where("message", "=", message)
      .where("channel", "=", "marketplace"),
  );
  if (!row) throw new Error("it was stored");
  return row;
}

async function trailOf(database: Database, message: string): Promise<string[]> {
  const { id } = await rowOf(database, message);
  const { build, run } = database;
  const events = build.selectFrom("delivery_events").select("state").where("delivery_id", "=", id).orderBy("sequence");
  return (await run(events)).map(({ state }) => state);
}
