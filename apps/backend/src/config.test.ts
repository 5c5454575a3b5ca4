import { inspect } from "node:util";
import { BrokerSettings, WidgetSettings } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const secret = "0123456789abcdef0123456789abcdef";
const environment = {
  LIFTLINE_SECRET: secret,
  LIFTLINE_CONFIG: "/etc/liftline.json",
  AVINODE_API_TOKEN: "canary-api-token",
  DEMO_AVINODE_TOKEN: "canary-connection-token",
  DEMO_WEBHOOK_PASSWORD: "canary-webhook-password",
  SMTP_URL: "smtp://user:canary-smtp-password@mail.example",
};

/** As contract §2 has it. */
const file = {
  product: "Liftline v1.0",
  marketplace: {
    baseUrl: "https://sandbox.avinode.com/api",
    apiToken: "env:AVINODE_API_TOKEN",
    rate: { perSecond: 1, burst: 5 },
  },
  limits: { lookupsPerMinute: 120, searchesPerMinute: 12, leadsPerHour: 10 },
  trustedProxies: [] as string[],
  brokers: [
    {
      id: "demo",
      name: "Demo Charter",
      embedKeys: ["pk_demo"],
      origins: ["https://www.demo-charter.example"],
      connection: { auth: { kind: "token", token: "env:DEMO_AVINODE_TOKEN" }, actAsAccount: null },
      notify: { email: "leads@demo-charter.example" },
      webhooks: { username: "liftline", password: "env:DEMO_WEBHOOK_PASSWORD" },
      crm: [] as unknown[],
      settings: {},
    },
  ],
  smtp: { url: "env:SMTP_URL", from: "Liftline <no-reply@liftline.example>" },
};
const [broker] = file.brokers;

function read(changes: Record<string, unknown> = {}, variables: Record<string, string | undefined> = {}) {
  const json = JSON.stringify({ ...file, ...changes });
  return readConfig({ environment: { ...environment, ...variables }, readFile: () => json });
}

function faultsOf(changes: Record<string, unknown>, variables: Record<string, string | undefined> = {}): string[] {
  try {
    read(changes, variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

const withUrl = (baseUrl: string) => ({ marketplace: { ...file.marketplace, baseUrl } });

describe("the configuration", () => {
  test("of the contract is read, with its secrets from the environment", () => {
    const config = read();
    expect(config).toMatchObject({
      port: 8787,
      host: "127.0.0.1",
      logLevel: "info",
      keptWidgets: null,
    });
    expect(config.databaseUrl.reveal()).toBe("file:./data/liftline.db");
    expect(config.marketplace.apiToken.reveal()).toBe("canary-api-token");
    expect(config.brokers[0]?.settings).toMatchObject({ groupBy: "aircraft", prices: "exact" });
  });

  test("takes PostgreSQL as well as a file", () => {
    for (const url of ["postgres://liftline:pw@db.example:5432/leads", "postgresql:///leads?host=/run/postgresql"]) {
      expect(read({}, { DATABASE_URL: url }).databaseUrl.reveal()).toBe(url);
    }
  });

  test("may be as short as the token, the broker and its website", () => {
    const { id, name, embedKeys, origins, connection } = broker!;
    const json = JSON.stringify({
      marketplace: { baseUrl: file.marketplace.baseUrl, apiToken: "env:AVINODE_API_TOKEN" },
      brokers: [{ id, name, embedKeys, origins, connection: { auth: connection.auth } }],
    });
    expect(readConfig({ environment, readFile: () => json })).toMatchObject({
      product: "Liftline v1.0",
      marketplace: { rate: { perSecond: 1, burst: 5 } },
      limits: { lookupsPerMinute: 120, searchesPerMinute: 12, leadsPerHour: 10 },
      trustedProxies: [],
    });
  });

  test("names every fault of environment and file in one message", () => {
    const faults = faultsOf(
      {
        ...withUrl("http://marketplace.example"),
        limits: { leadsPerHour: 0 },
        trustedProxies: ["10.0.0.0/99"],
        brokers: [
          { ...broker, origins: ["https://www.demo-charter.example/"], connection: { auth: { kind: "magic" } } },
        ],
        colour: "blue",
      },
      { PORT: "http", LIFTLINE_SECRET: "short", DATABASE_URL: "postgres://db", LOG_LEVEL: "loud", SMTP_URL: undefined },
    );
    expect(new Set(faults.map((fault) => fault.split(":")[0]))).toEqual(
      new Set([
        "DATABASE_URL",
        "LIFTLINE_SECRET.0",
        "LOG_LEVEL",
        "PORT",
        "brokers.0.connection.auth.kind",
        "brokers.0.origins.0",
        "limits.leadsPerHour",
        "marketplace.baseUrl",
        "smtp.url",
        "the file",
        "trustedProxies.0",
      ]),
    );
    expect(faults.join()).toContain("the environment variable SMTP_URL is not set");
  });

  test("says what is missing when nothing is set", () => {
    expect(() => readConfig({ environment: {}, readFile: () => "" })).toThrow(
      /LIFTLINE_SECRET: is not set[^]*LIFTLINE_CONFIG: is not set/,
    );
  });

  test.each([
    [
      "cannot be read",
      () => {
        throw new Error("ENOENT");
      },
    ],
    ["is not JSON", () => "{"],
  ])("says that the file %s", (words, readFile) => {
    expect(() => readConfig({ environment, readFile })).toThrow(words);
  });

  test("R4: the application's token is the deployment's: nothing of a broker's can hold one", () => {
    const own = { apiToken: "of-a-broker" };
    for (const brokers of [
      [{ ...broker, ...own }],
      [{ ...broker, connection: { ...broker!.connection, ...own } }],
      [{ ...broker, settings: own }],
    ]) {
      expect(faultsOf({ brokers })).toEqual([expect.stringContaining('"apiToken"')]);
    }
    expect(Object.keys({ ...BrokerSettings.shape, ...WidgetSettings.shape }).join()).not.toMatch(/token/i);
  });

  test("R8: no secret is in it, however it is printed, nor in a fault", () => {
    const databaseUrl = "postgres://liftline:canary-password@db.example/liftline";
    const config = read({}, { LIFTLINE_SECRET: `${secret},${secret}canary`, DATABASE_URL: databaseUrl });
    const printed = [
      JSON.stringify(config),
      inspect(config, { depth: 20, showHidden: true }),
      config.secrets.map(String),
    ].join();
    expect(printed).toContain("[secret]");
    expect(printed).not.toMatch(/canary|0123456789abcdef/);
    const faults = faultsOf({
      smtp: { url: 7, from: "" },
      brokers: [{ ...broker, webhooks: { password: "env:SMTP_URL" } }],
    });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join()).not.toContain("canary");
    const crm = [{ url: "https://crm.example/leads", secret: "env:CRM_SECRET", headers: { Tenant: "env:CRM_TENANT" } }];
    const variables = { CRM_SECRET: `whsec_${btoa("canary".repeat(5))}`, CRM_TENANT: "canary-tenant" };
    const withCrm = inspect(read({ brokers: [{ ...broker, crm }] }, variables), { depth: 20, showHidden: true });
    expect(withCrm).toContain("crm.example");
    expect(withCrm).not.toMatch(/canary|whsec_/);
  });

  test("takes several secrets, each long enough", () => {
    const config = read({}, { LIFTLINE_SECRET: `${secret}, ${secret}2` });
    expect(config.secrets.map((one) => one.reveal())).toEqual([secret, `${secret}2`]);
    expect(faultsOf({}, { LIFTLINE_SECRET: `${secret},short` })).toEqual([
      expect.stringContaining("LIFTLINE_SECRET.1"),
    ]);
  });

  test.each([
    "https://services.avinode.com/api",
    "https://SERVICES.avinode.com/api",
    "https://services.avinode.com./api",
    "https://services.avinode.com:443/api",
    "https://avinode.com/api",
    "https://marketplace.avinode.com/api",
  ])("R13: %s is refused outside production", (url) => {
    for (const NODE_ENV of [undefined, "development", "test", "Production"]) {
      expect(faultsOf(withUrl(url), { NODE_ENV })).toEqual([expect.stringContaining("R13")]);
    }
    expect(faultsOf(withUrl(url), { NODE_ENV: "production" })).toEqual([]);
  });

  test.each([
    "http://sandbox.avinode.com/api",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "http://128.0.0.1",
    "https://user:word@sandbox.avinode.com/api",
    "https://sandbox.avinode.com/api?token=1",
    "ftp://sandbox.avinode.com",
    "file:///etc/passwd",
    "sandbox.avinode.com",
    "",
  ])("%j is no address for the marketplace", (url) => {
    expect(faultsOf(withUrl(url))).toEqual([expect.stringContaining("marketplace.baseUrl")]);
  });

  test.each([
    "http://127.0.0.1:8788/api",
    "http://localhost:1/api",
    "http://[::1]:8788/api",
    "https://sandbox.avinode.com/api/",
  ])("%j is one", (url) => {
    expect(read(withUrl(url)).marketplace.baseUrl).toBe(url.replace(/\/$/, ""));
  });

  test.each([
    "*",
    "null",
    "https://*.example.com",
    "https://example.com/",
    "https://Example.com",
    "https://example.com:443",
    "example.com",
    "file://",
  ])("%j is no origin of a website", (origin) => {
    expect(faultsOf({ brokers: [{ ...broker, origins: [origin] }] })).toEqual([expect.stringContaining("origins.0")]);
  });

  test("a metrics token is too long to be guessed: nobody counts the guesses", () => {
    const metrics = { token: "env:METRICS_TOKEN" };
    expect(faultsOf({ metrics }, { METRICS_TOKEN: "fifteen letters" })).toEqual([
      "metrics.token: takes at least 16 characters",
    ]);
    expect(read({ metrics }, { METRICS_TOKEN: "sixteen letters!" }).metrics?.token.reveal()).toBe("sixteen letters!");
  });

  test("what a broker sets is checked like the rest: each fault by its place", () => {
    const settings = {
      currency: { offered: ["HRK", "EUR"] },
      favouriteAirports: ["EGGW", "ZZZZ9"],
      commission: { from: "marketplace", percent: 5 },
    };
    expect(faultsOf({ brokers: [{ ...broker, settings }] })).toEqual([
      "brokers.0.settings.currency.offered.0: HRK was replaced by EUR in 2023",
      expect.stringContaining("brokers.0.settings.commission"),
      "brokers.0.settings.favouriteAirports.1: no airport that we know",
    ]);
  });

  test("the address that we are reached at is a website of every broker who wants a page there", () => {
    const off = { ...broker, id: "off", embedKeys: ["pk_off"], settings: { hostedPage: false } };
    const { brokers } = read({ publicUrl: "https://leads.example/liftline/", brokers: [broker, off] });
    expect(brokers.map(({ origins }) => origins)).toEqual([
      ["https://www.demo-charter.example", "https://leads.example"],
      ["https://www.demo-charter.example"],
    ]);
  });

  test("no two brokers share an id or an embed key", () => {
    expect(faultsOf({ brokers: [broker, broker] })).toEqual([
      "brokers.1: another broker has the id demo",
      "brokers.1: another broker has the embed key pk_demo",
    ]);
  });
});
