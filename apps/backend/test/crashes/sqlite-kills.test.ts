import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { superviseBackend } from "./backend-process.ts";
import { buildBackend, type BackendBuild } from "./build-backend.ts";
import { letTimePass, untilDrained } from "./drain.ts";
import { judge, noFaults } from "./judge.ts";
import { fewestUnderWay, killAgainAndAgain } from "./kill-again-and-again.ts";
import { openLossyMarketplace } from "./lossy-marketplace.ts";
import { createSeededRandom } from "./seeded-random.ts";
import { openVisitors } from "./visitors.ts";
import { isLong, quantile, writeProof } from "./write-proof.ts";

const kills = isLong ? 1000 : 8;
const seed = Number(process.env["LIFTLINE_SEED"]) || 1;

let built: BackendBuild;
let folder: string;
const opened: (() => unknown)[] = [];
beforeAll(async () => {
  built = await buildBackend();
}, 60_000);
afterAll(() => built.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liftline-sqlite-kills-"));
});
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true });
});

test(
  `R1, R2 of reliability.md §2: killed ${kills} times on SQLite, no acknowledged lead is lost and none is doubled`,
  { timeout: isLong ? 3_600_000 : 120_000 },
  async () => {
    const since = performance.now();
    const random = createSeededRandom(seed);
    const marketplace = await openLossyMarketplace(random);
    opened.push(() => marketplace.close());
    marketplace.lossShare = 0.2;
    const path = join(folder, "liftline.db");
    const place = { main: built.main, folder, databaseUrl: `file:${path}`, marketplace: marketplace.baseUrl };
    const backend = await superviseBackend(place);
    opened.push(() => backend.end());
    const visitors = openVisitors({
      count: 20,
      random,
      findBackend: () => backend.listening(),
      arrived: () => marketplace.ledger.leads.length,
    });

    const underWay = await killAgainAndAgain({
      kills,
      random,
      choose: () => backend,
      underWay: visitors.underWay,
      answered: () => visitors.receipts.length,
    });
    await visitors.leave();
    const stormMs = performance.now() - since;
    if (!isLong) await backend.end();
    marketplace.lossShare = 0;
    const database = await openDatabase({ url: place.databaseUrl });
    opened.push(() => database.close());
    if (!isLong) {
      await letTimePass(database);
      const last = await superviseBackend(place);
      opened.push(() => last.end());
    }
    await untilDrained(database, 180_000);

    const { faults, stored, resumedMs } = await judge({ ...visitors, database, ledger: marketplace.ledger });
    const readyMs = backend.readyMs.toSorted((left, right) => left - right);
    writeProof("sqlite-kills", {
      kills,
      acknowledged: stored,
      repeats: visitors.repeats(),
      lostAnswers: marketplace.lost(),
      leastUnderWay: Math.min(...underWay),
      resumed: resumedMs.length,
      resumedMedianS: quantile(resumedMs, 0.5) / 1000,
      resumedMaxS: quantile(resumedMs, 1) / 1000,
      readyMedianMs: quantile(readyMs, 0.5),
      readyMaxMs: quantile(readyMs, 1),
      stormS: stormMs / 1000,
      seconds: (performance.now() - since) / 1000,
    });
    expect(visitors.surprises, `seed ${seed}`).toEqual([]);
    expect(faults, `seed ${seed}`).toEqual(noFaults);
    expect(Math.min(...underWay)).toBeGreaterThanOrEqual(fewestUnderWay);
    expect(stored).toBeGreaterThan(kills);
    expect(marketplace.lost()).toBeGreaterThan(0);
    if (isLong) expect(quantile(resumedMs, 1)).toBeLessThanOrEqual(75_000);
    expect(new SqliteDatabase(path, { readonly: true }).pragma("integrity_check", { simple: true })).toBe("ok");
  },
);
