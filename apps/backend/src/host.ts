import { fileURLToPath } from "node:url";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { createApp } from "./app.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { openDatabase } from "./database/open-database.ts";
import { createGuardedPushFetch } from "./deliveries/channels/crm/guarded-push-fetch.ts";
import { createDependencies, type Dependencies } from "./dependencies.ts";
import { openWidgetFiles } from "./http/kept-widget-files.ts";

/** How long answers that are on their way may take once the process was asked to stop. */
const drainMs = 10_000;

/** The Node host: config → dependencies → app → listen → drain. */
export async function startHost(): Promise<void> {
  const config = readConfigOrExit();
  const dependencies = createDependencies(config, {
    database: await openDatabase({ url: config.databaseUrl.reveal() }),
    widgetFiles: openWidgetFiles({
      built: fileURLToPath(new URL("widget", import.meta.url)),
      kept: config.keptWidgets,
    }),
    pushFetch: createGuardedPushFetch(),
  });
  const app = createApp(dependencies);
  const host = { isStopping: false };
  const server = createAdaptorServer({
    async fetch(request, bindings) {
      const response = await app.fetch(request, bindings);
      // A connection that stays open for a next request would keep the process from ending.
      if (host.isStopping) response.headers.set("Connection", "close");
      return response;
    },
  });
  limitTime(server);
  // Builds the index now rather than while the first visitor types.
  dependencies.airportIndex.search("london", 1);
  await listen(server, config);
  dependencies.deliveryWorker.start();
  dependencies.notificationWorker.start();
  dependencies.retentionWorker.start();
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  dependencies.log.info("host.listening", { host: config.host, port, brokers: config.brokers.length });
  const stop = () => {
    if (host.isStopping) return;
    host.isStopping = true;
    drain(server, dependencies);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function readConfigOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

/** Slow senders are not waited for (a header or a body at one byte a second holds a connection, not a request). */
function limitTime(server: ServerType): void {
  Object.assign(server, { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 });
}

function listen(server: ServerType, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}

/** Takes nothing new, ends what has begun, gives everything back. */
function drain(server: ServerType, dependencies: Dependencies): void {
  dependencies.log.info("host.stopping");
  setTimeout(() => process.exit(1), drainMs).unref();
  server.close(() => {
    void dependencies.close().then(() => dependencies.log.info("host.stopped"));
  });
  if ("closeIdleConnections" in server) server.closeIdleConnections();
}
