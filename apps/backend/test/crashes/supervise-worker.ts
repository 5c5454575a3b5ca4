import { setTimeout as sleep } from "node:timers/promises";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { openD1Database } from "../../src/database/d1-database.ts";
import type { Database } from "../../src/database/database.ts";
import { applyD1Migrations } from "../databases/d1-server.ts";
import { backendSecret, crashConfig } from "./backend-process.ts";
import { findChildren, killAll } from "./child-processes.ts";
import { findFreePort } from "./free-port.ts";
import type { Victim } from "./kill-again-and-again.ts";

/** The Worker in workerd on a D1 that is kept on the disk; started again whenever it is killed. */
export interface SupervisedWorker extends Victim {
  listening(): Promise<string>;
  /** D1, as whoever is outside of the Worker sees it; of the workerd that runs now. */
  database(): Promise<Database>;
  /** What the cron does, once. */
  runCron(): Promise<void>;
  readyMs: number[];
  end(): Promise<void>;
}

export interface WorkerPlace {
  /** The bundle. */
  code: string;
  /** For D1's files. */
  folder: string;
  /** Base URL. */
  marketplace: string;
}

/** How often the cron comes, in milliseconds: a minute would be longer than most lives here. */
const cronEveryMs = 1000;

export async function superviseWorker(place: WorkerPlace): Promise<SupervisedWorker> {
  const port = await findFreePort();
  const readyMs: number[] = [];
  const state = { isEnding: false };
  let life = begin();
  await applyD1Migrations(await (await life).getD1Database("DATABASE"));
  const cron = keepCron();

  async function begin(): Promise<Miniflare> {
    const startedAt = performance.now();
    const miniflare = new Miniflare(optionsOf(place, port));
    await miniflare.ready;
    readyMs.push(performance.now() - startedAt);
    return miniflare;
  }

  async function runCron(): Promise<void> {
    // Its type tells of Node's `fetch` only.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const worker = (await (await life).getWorker()) as unknown as {
      scheduled(event: { cron: string }): Promise<unknown>;
    };
    await worker.scheduled({ cron: "* * * * *" });
  }

  async function keepCron(): Promise<void> {
    while (!state.isEnding) {
      // Dies with whom it drives; the next one comes.
      void runCron().catch(() => undefined);
      await sleep(cronEveryMs);
    }
  }

  return {
    // There is nothing between being started and working that could be hit from here.
    started: () => life,
    listening: () => life.then(() => `http://127.0.0.1:${port}`),
    async kill() {
      const miniflare = await life;
      killAll(findChildren(process.pid, "workerd"));
      life = miniflare.dispose().then(begin);
    },
    database: async () => openD1Database({ binding: await (await life).getD1Database("DATABASE") }),
    runCron,
    readyMs,
    async end() {
      state.isEnding = true;
      await cron;
      await (await life).dispose();
    },
  };
}

/** What `wrangler.jsonc` says, for one machine. */
function optionsOf({ code, folder, marketplace }: WorkerPlace, port: number) {
  const options = convertV4MiniflareOptions({
    modules: true,
    script: code,
    compatibilityDate: "2026-11-01",
    compatibilityFlags: ["nodejs_compat"],
    host: "127.0.0.1",
    port,
    d1Databases: ["DATABASE"],
    bindings: {
      LIFTLINE_SECRET: backendSecret,
      LIFTLINE_CONFIG: JSON.stringify(crashConfig(marketplace)),
      LOG_LEVEL: "silent",
    },
    serviceBindings: { WIDGET: () => new Response(null, { status: 404 }) },
  });
  return { ...options, resourcePersistencePath: folder };
}
