import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, test, vi } from "vitest";
import { buildWorker, type WorkerBundle } from "../worker/start-worker.ts";
import { letTimePass } from "./drain.ts";
import { openStorm, rage, settleUp } from "./storm.ts";
import { superviseWorker } from "./supervise-worker.ts";
import { isLong } from "./write-proof.ts";

const kills = isLong ? 100 : 4;

// Processes and servers of their own on a machine that may be busy.
vi.setConfig({ hookTimeout: 120_000 });

let bundle: WorkerBundle;
let folder: string;
const opened: (() => unknown)[] = [];
beforeAll(async () => {
  bundle = await buildWorker();
});
afterAll(() => bundle.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liftline-workerd-kills-"));
});
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true });
});

test(
  `R1, R2 of reliability.md §2: workerd killed ${kills} times on D1, no acknowledged lead is lost and none is doubled`,
  { timeout: isLong ? 3_600_000 : 180_000 },
  async () => {
    const storm = await openStorm();
    opened.push(() => storm.marketplace.close());
    const worker = await superviseWorker({ code: bundle.code, folder, marketplace: storm.marketplace.baseUrl });
    opened.push(() => worker.end());
    const wreckage = await rage(storm, {
      kills,
      choose: () => worker,
      findBackend: () => worker.listening(),
    });

    if (!isLong) await worker.kill();
    const database = await worker.database();
    if (!isLong) await letTimePass(database);
    // How soon it resumes is not asserted: the cron comes once a second here and once a minute in the cloud.
    await settleUp(storm, wreckage, { name: "workerd-kills", database, readyMs: worker.readyMs });
  },
);
