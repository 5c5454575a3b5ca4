import { fileURLToPath } from "node:url";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import type { Database } from "../database/database.ts";
import { openD1Database, type D1Binding } from "../database/d1-database.ts";
import { openDatabase } from "../database/open-database.ts";
import { createGuardedPushFetch } from "../deliveries/channels/crm/guarded-push-fetch.ts";
import { createDependencies, type Dependencies } from "../dependencies.ts";
import { readWidgetFiles, type WidgetFiles } from "../http/widget-files.ts";
import { createLog } from "../log.ts";

/** The backend without its server: the same configuration, the same database. Nothing of it starts by itself. */
export async function openHost({ wrangler }: { wrangler: string | undefined }): Promise<Dependencies> {
  const config = readConfig();
  const { database, release } =
    wrangler === undefined
      ? { database: await openDatabase({ url: config.databaseUrl.reveal() }), release: undefined }
      : await openWorkersDatabase(wrangler);
  // Standard output is for what was asked for.
  const log = createLog({ level: "warn", clock: systemClock, write: (line) => process.stderr.write(line) });
  const dependencies = createDependencies(config, {
    database,
    log,
    pushFetch: createGuardedPushFetch(),
    widgetFiles: { get: (path) => builtWidget().get(path) },
  });
  return {
    ...dependencies,
    async close() {
      await dependencies.close();
      await release?.();
    },
  };
}

/** Read when it is asked for: most commands do not. */
function builtWidget(): WidgetFiles {
  return readWidgetFiles(fileURLToPath(new URL("widget", import.meta.url)));
}

/** The D1 database of a Worker, through Wrangler: the local one, or the real one where its binding says `"remote": true`. */
async function openWorkersDatabase(configPath: string): Promise<{ database: Database; release: () => Promise<void> }> {
  const { getPlatformProxy } = await import("wrangler");
  const proxy = await getPlatformProxy<{ DATABASE: D1Binding }>({ configPath });
  return { database: await openD1Database({ binding: proxy.env.DATABASE }), release: () => proxy.dispose() };
}
