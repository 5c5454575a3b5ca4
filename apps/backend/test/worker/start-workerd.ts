import { readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { applyD1Migrations } from "../databases/d1-server.ts";
import { testConfigFile } from "../harness.ts";
import type { WorkerBundle } from "./start-worker.ts";

/** The Worker in workerd, on an empty D1 database with all its tables. */
export interface Workerd {
  fetch: Miniflare["dispatchFetch"];
  /** The cron. */
  scheduled(cron: string): Promise<void>;
  /** The rows that a statement answers, from the Worker's own database. */
  ask(sql: string): Promise<unknown[]>;
  /** Every line it wrote. */
  log: string[];
  close(): Promise<void>;
}

/**
 * Nothing stands between it and the network: what Wrangler's harness runs has its calls made by Node. `adjust` may change the
 * code that would be uploaded.
 */
export async function startWorkerd(
  { directory }: WorkerBundle,
  file: Record<string, unknown>,
  adjust: (code: string) => string = (code) => code,
): Promise<Workerd> {
  const log: string[] = [];
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: [
        { type: "ESModule", path: "worker.js", contents: adjust(readFileSync(join(directory, "worker.js"), "utf8")) },
      ],
      compatibilityDate: "2026-11-01",
      compatibilityFlags: ["nodejs_compat"],
      bindings: {
        LIFTLINE_CONFIG: JSON.stringify({ ...testConfigFile, ...file }),
        LIFTLINE_SECRET: "a test secret of at least 32 characters",
      },
      unsafeTriggerHandlers: true,
      d1Databases: ["DATABASE"],
      serviceBindings: { WIDGET: () => new Response(null, { status: 404 }) },
      handleStructuredLogs: ({ message }) => void log.push(message),
    }),
  );
  await miniflare.ready;
  const database = await miniflare.getD1Database("DATABASE");
  await applyD1Migrations(database);
  return {
    log,
    fetch: (input, init) =>
      miniflare.dispatchFetch(typeof input === "string" ? new URL(input, "http://worker") : input, init),
    async scheduled(cron) {
      const trigger = new URL("http://worker/cdn-cgi/local/scheduled");
      trigger.searchParams.set("cron", cron);
      const { ok } = await miniflare.dispatchFetch(trigger);
      if (!ok) throw new Error("the cron failed");
    },
    ask: async (sql) => (await database.prepare(sql).all()).results,
    close: () => miniflare.dispose(),
  };
}
