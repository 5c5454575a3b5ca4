import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { superviseBackend } from "./backend-process.ts";
import { buildBackend, type BackendBuild } from "./build-backend.ts";
import { letTimePass } from "./drain.ts";
import { mostResumeMs, openStorm, rage, settleUp } from "./storm.ts";
import { isLong } from "./write-proof.ts";

const kills = isLong ? 1000 : 8;

// Processes and servers of their own on a machine that may be busy.
vi.setConfig({ hookTimeout: 120_000 });

let built: BackendBuild;
let folder: string;
const opened: (() => unknown)[] = [];
beforeAll(async () => {
  built = await buildBackend();
});
afterAll(() => built.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liftline-sqlite-kills-"));
});
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true });
});

test(
  `R1, R2, R4 of reliability.md §2: killed ${kills} times on SQLite, no acknowledged lead is lost and none is doubled`,
  { timeout: isLong ? 3_600_000 : 120_000 },
  async () => {
    const storm = await openStorm();
    opened.push(() => storm.marketplace.close());
    const path = join(folder, "liftline.db");
    const place = {
      main: built.main,
      folder,
      databaseUrl: `file:${path}`,
      marketplace: storm.marketplace.baseUrl,
    };
    const backend = await superviseBackend(place);
    opened.push(() => backend.end());
    const wreckage = await rage(storm, {
      kills,
      choose: () => backend,
      findBackend: () => backend.listening(),
    });

    if (!isLong) await backend.end();
    const database = await openDatabase({ url: place.databaseUrl });
    opened.push(() => database.close());
    if (!isLong) {
      await letTimePass(database);
      const last = await superviseBackend(place);
      opened.push(() => last.end());
    }
    await settleUp(storm, wreckage, { name: "sqlite-kills", database, readyMs: backend.readyMs, mostResumeMs });
    expect(new SqliteDatabase(path, { readonly: true }).pragma("integrity_check", { simple: true })).toBe("ok");
  },
);
