import { createMarketplace, sandboxApiToken, sandboxConnections, type Marketplace } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { createApp } from "../src/app.ts";
import { readConfig, type Config } from "../src/config.ts";
import { openDatabase } from "../src/database/open-database.ts";
import { createDependencies, type Dependencies, type Overrides } from "../src/dependencies.ts";
import type { LogFields } from "../src/log.ts";
import { createSecret } from "../src/secret.ts";

/** The demo broker's website in tests. */
export const demoOrigin = "https://www.demo-charter.example";
export const demoEmbedKey = "pk_demo";
/** When tests begin, unless they say otherwise. */
export const testStart = Date.parse("2026-12-01T10:00:00Z");

/** A clock that only tests move. */
export interface TestClock {
  now(): number;
  /** Moves on, in milliseconds. */
  advance(ms: number): void;
}

export interface TestApp {
  app: ReturnType<typeof createApp>;
  dependencies: Dependencies;
  marketplace: Marketplace;
  clock: TestClock;
  /** Every log line so far. */
  logLines: ({ event: string; level: string } & LogFields)[];
  /** Calls the app as the demo broker's page does: embed key and origin are set unless `init` has others. */
  request: (path: string, init?: RequestInit) => Promise<Response>;
  /** The same with a JSON body. */
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

export interface TestOptions {
  /** Changes to the JSON file of contract §2. */
  config?: Record<string, unknown>;
  overrides?: Overrides;
  marketplace?: Marketplace;
}

/** The whole backend in memory: SQLite in memory, the sandbox as marketplace, a clock that stands still. */
export async function createTestApp(options: TestOptions = {}): Promise<TestApp> {
  const clock = createTestClock();
  const marketplace = options.marketplace ?? createMarketplace({ clock, rate: null });
  const logLines: TestApp["logLines"] = [];
  const take = (level: string) => (event: string, fields?: LogFields) =>
    void logLines.push({ level, event, ...fields });
  const dependencies = createDependencies(testConfig(options.config), {
    database: options.overrides?.database ?? (await openDatabase({ url: ":memory:", clock })),
    clock,
    log: { info: take("info"), warn: take("warn"), error: take("error") },
    fetch: marketplaceFetch(marketplace),
    sleep: async (ms) => clock.advance(ms),
    ...options.overrides,
  });
  const app = createApp(dependencies);

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has("origin")) headers.set("origin", demoOrigin);
    if (!headers.has("x-embed-key")) headers.set("x-embed-key", demoEmbedKey);
    return app.request(path, { ...init, headers });
  }

  return {
    app,
    dependencies,
    marketplace,
    clock,
    logLines,
    request,
    post: (path, body, headers = {}) =>
      request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
  };
}

export function createTestClock(start: number = testStart): TestClock {
  let now = start;
  return { now: () => now, advance: (ms) => void (now += ms) };
}

/** The configuration of contract §2, with the sandbox's credentials; `file` replaces whole keys of it. */
export function testConfig(file: Record<string, unknown> = {}): Config {
  const json = { ...testConfigFile, ...file };
  const environment = { LIFTLINE_SECRET: "a test secret of at least 32 characters", LIFTLINE_CONFIG: "liftline.json" };
  const config = readConfig({ environment, readFile: () => JSON.stringify(json) });
  return { ...config, databaseUrl: createSecret(":memory:") };
}

export const testBroker = {
  id: "demo",
  name: "Demo Charter",
  embedKeys: [demoEmbedKey],
  origins: [demoOrigin],
  connection: { auth: { kind: "token", token: sandboxConnections.demo.token } },
  settings: {},
};

/** Another company, with a website and a connection of its own. */
export const secondBroker = {
  id: "second",
  name: "Second Charter",
  embedKeys: ["pk_second"],
  origins: ["https://second-charter.example"],
  connection: { auth: { kind: "token", token: sandboxConnections.second.token } },
  settings: {},
};

export const testConfigFile = {
  marketplace: {
    baseUrl: "https://sandbox.avinode.com/api",
    apiToken: sandboxApiToken,
    rate: { perSecond: 1000, burst: 1000 },
  },
  limits: { lookupsPerMinute: 10_000, searchesPerMinute: 10_000, leadsPerHour: 10_000 },
  brokers: [testBroker, secondBroker],
};
