import { randomBytes, randomInt } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createAdaptorServer, type HttpBindings, type ServerType } from "@hono/node-server";
import { createApp, createDependencies, openDatabase, readConfig, readWidgetFiles } from "@liftline/backend";
import { createMarketplace, type LedgerLead, type OutgoingNotification } from "@liftline/sandbox";
import { serveMarketplace } from "@liftline/sandbox/serve";
import { Hono } from "hono";
import { demoConfig } from "./demo-config.ts";
import { siteRoutes } from "./site-routes.ts";

export interface DemoOptions {
  /** 0 for any free one. */
  port: number;
  /** The repository. */
  root: URL;
  /** Where the database and the secret are kept; nothing is kept unless given. */
  dataFolder?: URL;
}

export interface Demo {
  /** Of the broker's site, such as `http://localhost:8787/demo/`. */
  url: string;
  /** Of the simulated marketplace; its ledger is at `/ledger.json`. */
  marketplaceUrl: string;
  /** What has arrived there. */
  leads(): readonly LedgerLead[];
  /** What it has told the backend, as it was told. */
  notifications(): readonly OutgoingNotification[];
  close(): Promise<void>;
}

/** A broker's website, the backend behind its widget and the simulated marketplace, in this process. */
export async function startDemo({ port, root, dataFolder }: DemoOptions): Promise<Demo> {
  const outer = new Hono<{ Bindings: HttpBindings }>();
  const { promise: built, resolve: open } = Promise.withResolvers<void>();
  const server = createAdaptorServer({
    // The port is known before what answers on it: who asks at once waits.
    fetch: async (...call: Parameters<typeof outer.fetch>) => {
      await built;
      return outer.fetch(...call);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const ownPort = portOf(server);
  const photos = new URL("packages/sandbox/photos/", root);
  const marketplace = await startMarketplace({ photos, isKept: dataFolder !== undefined });
  const environment = {
    LIFTLINE_CONFIG: "demo",
    LIFTLINE_SECRET: await keptSecret(dataFolder),
    DATABASE_URL: dataFolder ? `file:${new URL("demo.db", dataFolder).pathname}` : "file::memory:",
    LOG_LEVEL: "warn",
  };
  const config = readConfig({
    environment,
    readFile: () =>
      JSON.stringify(
        demoConfig({
          port: ownPort,
          marketplaceUrl: marketplace.baseUrl,
          // Another one at each start: the marketplace has forgotten us since the last one, and settings that have changed are made anew.
          webhookPassword: randomBytes(16).toString("base64url"),
        }),
      ),
  });
  const dependencies = createDependencies(config, {
    database: await openDatabase({ url: config.databaseUrl.reveal() }),
    widgetFiles: readWidgetFiles(fileURLToPath(new URL("apps/widget/dist", root))),
  });
  dependencies.deliveryWorker.start();
  const ledger = new URL("/", marketplace.baseUrl).href;
  outer.get("/", (context) => context.redirect("/demo/"));
  outer.get("/demo", (context) => context.redirect("/demo/"));
  outer.get("/sandbox/", (context) => context.redirect(ledger));
  outer.route(
    "/demo/",
    siteRoutes({ site: new URL("tooling/demo/site/", root), photos, built: new URL("tooling/demo/dist/pages/", root) }),
  );
  const app = createApp(dependencies);
  outer.all("*", (context) => app.fetch(context.req.raw, context.env));
  open();
  // Before the first lead: of what came earlier the marketplace tells nobody.
  await dependencies.keepWebhooks();
  dependencies.notificationWorker.start();

  return {
    url: `http://localhost:${ownPort}/demo/`,
    marketplaceUrl: ledger,
    leads: marketplace.leads,
    notifications: marketplace.notifications,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await dependencies.close();
      await marketplace.close();
    },
  };
}

async function startMarketplace({ photos, isKept }: { photos: URL; isKept: boolean }) {
  const port = await freePort();
  const marketplace = createMarketplace({
    // A kept database remembers which searches are spent: the next start must not give out their ids again (R19).
    ...(isKept && { seed: randomInt(2 ** 31) }),
    baseUrl: `http://127.0.0.1:${port}/api`,
    sendNotification: globalThis.fetch,
    latency: { minMs: 150, maxMs: 600 },
    readPhoto: async (file) => new Uint8Array(await readFile(new URL(file, photos))),
  });
  return {
    ...(await serveMarketplace({ marketplace, port })),
    leads: () => marketplace.ledger.leads(),
    notifications: () => marketplace.notifications(),
  };
}

async function freePort(): Promise<number> {
  const probe = createAdaptorServer({ fetch: () => new Response(null) });
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function portOf(server: ServerType): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return address.port;
}

/** The demo's leads must open after a restart, so its secret stays beside its database. */
async function keptSecret(folder: URL | undefined): Promise<string> {
  const fresh = randomBytes(32).toString("base64url");
  if (!folder) return fresh;
  await mkdir(folder, { recursive: true });
  const file = new URL("demo-secret", folder);
  try {
    return await readFile(file, "utf8");
  } catch {
    await writeFile(file, fresh, { mode: 0o600 });
    return fresh;
  }
}
