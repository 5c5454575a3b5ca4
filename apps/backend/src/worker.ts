import { createApp } from "./app.ts";
import { watchConnections } from "./brokers/watch-connections.ts";
import { systemClock } from "./clock.ts";
import { createD1Database, type D1Binding } from "./database/d1-database.ts";
import { createPlainPushFetch } from "./deliveries/channels/crm/plain-push-fetch.ts";
import { deliverDue } from "./deliveries/deliver-due.ts";
import { createDependencies, type Dependencies } from "./dependencies.ts";
import { eraseMarked } from "./leads/erase-leads.ts";
import { retainLeads } from "./leads/retain-leads.ts";
import { createLog } from "./log.ts";
import { readBindings } from "./worker/read-bindings.ts";
import { createWidgetAssets, type AssetsBinding } from "./worker/widget-assets.ts";

/** What `wrangler.jsonc` binds; variables and secrets stand beside it under names of their own. */
export interface Bindings extends Record<string, unknown> {
  DATABASE: D1Binding;
  WIDGET: AssetsBinding;
}

/** As much of what a Worker is called with as is needed. */
export interface ExecutionContext {
  waitUntil(promise: Promise<unknown>): void;
}

/** One run of the cron, in milliseconds: the next one starts after a minute. */
const runMs = 50_000;
/** The one of `wrangler.jsonc` that comes once an hour. */
const hourly = "17 * * * *";

/** The Cloudflare host: the same app on D1. The cron drains deliveries; the table is the truth. */
function createWorker() {
  let opened: ReturnType<typeof open> | undefined;
  // Inside the first request and not before: there is no clock, no chance and no binding while a Worker loads.
  const host = (bindings: Bindings) => (opened ??= open(bindings));

  return {
    async fetch(request: Request, bindings: Bindings, context: ExecutionContext): Promise<Response> {
      const { app, drain } = host(bindings);
      const bindingsOfNode = { incoming: { socket: { remoteAddress: addressOf(request) } } };
      const response = await app.fetch(withoutEncodings(request), bindingsOfNode);
      // Sooner than the cron would; where it does not get to its end, the cron does.
      if (response.status === 201) context.waitUntil(drain().catch(() => undefined));
      return response;
    },

    async scheduled({ cron }: { cron: string }, bindings: Bindings): Promise<void> {
      const { drain, tidy } = host(bindings);
      await (cron === hourly ? tidy() : drain());
    },
  };
}

// The runtime asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default createWorker();

function open(bindings: Bindings) {
  const config = readBindings(bindings);
  // A Worker has no other way out for its lines.
  // oxlint-disable-next-line no-console
  const log = createLog({ level: config.logLevel, clock: systemClock, write: (line) => console.log(line.trimEnd()) });
  // Bound: as a method of anything else it throws.
  const fetch = globalThis.fetch.bind(globalThis);
  const dependencies = createDependencies(config, {
    database: createD1Database(bindings.DATABASE),
    fetch,
    pushFetch: createPlainPushFetch(fetch),
    // What a request began ends with it: whoever else waited for it would wait for ever.
    coalesces: false,
    widgetFiles: createWidgetAssets(bindings.WIDGET),
    log,
  });
  return {
    app: createApp(dependencies),
    drain: () => drain(dependencies),
    tidy: () => tidy(dependencies),
  };
}

/** What the workers of another host do all the time. */
async function drain(dependencies: Dependencies): Promise<void> {
  try {
    const until = dependencies.database.clock.now() + runMs;
    await Promise.all([dependencies.processNotifications(until), deliverDue(dependencies, until)]);
    await eraseMarked(dependencies);
  } catch (error) {
    dependencies.log.error("drain.failed", { cause: error instanceof Error ? error.name : "unknown" });
    throw error;
  }
}

/** What is to be looked at each hour. */
async function tidy(dependencies: Dependencies): Promise<void> {
  try {
    await retainLeads(dependencies);
  } finally {
    await watchConnections({ ...dependencies, clock: dependencies.database.clock });
  }
}

/** The platform compresses what leaves it; what came compressed would leave it compressed twice. */
function withoutEncodings(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("accept-encoding");
  return new Request(request, { headers });
}

/** The platform's own header, which no visitor can set. */
function addressOf(request: Request): string | undefined {
  return request.headers.get("cf-connecting-ip") ?? undefined;
}
