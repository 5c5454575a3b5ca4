import { readFileSync } from "node:fs";
import { BrokerSettings } from "@liftline/schema";
import { z } from "zod";
import { createAirportIndex } from "./airports/airport-index.ts";
import { CrmConfig } from "./deliveries/channels/crm/crm-config.ts";
import { SmtpConfig } from "./deliveries/channels/mail/smtp-config.ts";
import { parseAddressBlock } from "./http/client-address.ts";
import { logLevels } from "./log.ts";
import { SecretText } from "./secret-text.ts";
import { createSecret, type Secret } from "./secret.ts";

/** An origin exactly as browsers write it: scheme, host in lower case and punycode, port unless it is the usual one. */
const Origin = z.string().refine(isOrigin, "an origin as browsers send it, such as https://www.example.com");

const OutsideUrl = z
  .string()
  .refine(isSafeUrl, "an https address without user, query or fragment (http on a loopback address only)")
  .transform((url) => url.replace(/\/+$/, ""));

/** R13: a development or test run knows no other host of the marketplace than its sandbox. */
const DevelopmentUrl = OutsideUrl.refine(mayBeCalledInDevelopment, {
  message: "the live marketplace is refused unless NODE_ENV is production (R13)",
});

const AddressBlockText = z.string().transform((text, context) => {
  const block = parseAddressBlock(text);
  if (!block) context.addIssue({ code: "custom", message: "an IP address or a block such as 10.0.0.0/8" });
  return block ?? z.NEVER;
});

const MarketplaceAuth = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("token"), token: SecretText }),
  z.strictObject({
    kind: z.literal("clientCredentials"),
    clientId: z.string().min(1),
    clientSecret: SecretText,
    method: z.enum(["basic", "post"]).default("basic"),
  }),
]);

const BrokerConfig = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "lower case letters, digits and hyphens"),
  name: z.string().min(1).max(200),
  /** Public: they name the broker in pages. */
  embedKeys: z.array(z.string().regex(/^[A-Za-z0-9_-]{3,100}$/, "3 to 100 letters, digits, - and _")).min(1),
  origins: z.array(Origin),
  connection: z.strictObject({
    auth: MarketplaceAuth,
    /** User name in the marketplace in whose name calls are made. */
    actAsAccount: z.string().min(1).nullable().default(null),
  }),
  notify: z.strictObject({ email: z.email() }).optional(),
  /** What the marketplace signs in with when it notifies us: user and password, or key and secret. */
  webhooks: z
    .strictObject({
      username: z.string().regex(/^[^:]+$/, "a name without a colon"),
      password: SecretText,
      /** How the marketplace is asked to do so: one of its own words (`avinode-api.md` D6). We take either way. */
      authentication: z.string().min(1).default("BASIC"),
    })
    .optional(),
  /** The broker's own systems: every lead is pushed to each. */
  crm: z.array(CrmConfig).max(10).default([]),
  settings: BrokerSettings.extend({
    favouriteAirports: BrokerSettings.shape.favouriteAirports.superRefine(refuseUnknownAirports),
  }).prefault({}),
});

/** The JSON file at `LIFTLINE_CONFIG` (contract §2), its `env:` values already read. */
const ConfigFile = z.strictObject({
  /** Name and version, sent with every call to the marketplace (R5). */
  product: z.string().min(1).max(100).default("Liftline v1.0"),
  marketplace: z.strictObject({
    baseUrl: OutsideUrl,
    /** Belongs to this deployment, never to a broker (R4). */
    apiToken: SecretText,
    /** Our own throttle for each connection and endpoint. */
    rate: z
      .strictObject({ perSecond: z.number().positive().default(1), burst: z.number().int().positive().default(5) })
      .prefault({}),
  }),
  limits: z
    .strictObject({
      lookupsPerMinute: z.number().int().positive().default(120),
      searchesPerMinute: z.number().int().positive().default(12),
      leadsPerHour: z.number().int().positive().default(10),
    })
    .prefault({}),
  trustedProxies: z.array(AddressBlockText).default([]),
  /** Where this backend is reached from outside, such as `https://leads.example.com`: what the marketplace notifies. */
  publicUrl: OutsideUrl.optional(),
  brokers: z.array(BrokerConfig).min(1).superRefine(refuseDoubles),
  smtp: SmtpConfig.optional(),
  /** `GET /metrics` is answered to whoever sends this as a bearer token, and to nobody without it. */
  metrics: z.strictObject({ token: z.string().min(16, "takes at least 16 characters").pipe(SecretText) }).optional(),
});
const DevelopmentFile = ConfigFile.extend({
  marketplace: ConfigFile.shape.marketplace.extend({ baseUrl: DevelopmentUrl }),
});

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => /^file:.+$/.test(url) || namesDatabase(url),
      "a file, such as file:./data/liftline.db, or a PostgreSQL database, such as postgres://user:password@host/name",
    )
    .default("file:./data/liftline.db"),
  /** Root of every derived key: the first seals, all open. */
  LIFTLINE_SECRET: z
    .string({ error: "is not set" })
    .transform((text) => text.split(",").map((secret) => secret.trim()))
    .pipe(z.array(z.string().min(32, "each secret takes at least 32 characters").transform(createSecret))),
  LIFTLINE_CONFIG: z.string({ error: "is not set" }).min(1, "is not set"),
  LOG_LEVEL: z.enum(logLevels).default("info"),
  KEPT_WIDGETS: z.string().optional(),
});

/** Everything the backend is told from outside. */
export type Config = Readonly<z.output<typeof ConfigFile>> & {
  port: number;
  host: string;
  /** `file:` and a path, relative to the working directory; or `postgres://…`, password included. */
  databaseUrl: Secret;
  secrets: Secret[];
  logLevel: z.output<typeof Environment>["LOG_LEVEL"];
  /** Folder in which the widget's files outlive their build (decision 010); null: only this build's are handed out. */
  keptWidgets: string | null;
};
export type BrokerConfig = Config["brokers"][number];

/** Every fault of a configuration in one message; no value is quoted, it could be a secret (R8). */
export class ConfigError extends Error {
  override name = "ConfigError";
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

/** Where the configuration comes from. */
export interface ConfigSources {
  environment: Record<string, string | undefined>;
  readFile: (path: string) => string;
}

const processSources: ConfigSources = {
  environment: process.env,
  readFile: (path) => readFileSync(path, "utf8"),
};

export function readConfig({ environment, readFile }: ConfigSources = processSources): Config {
  // An empty variable is one that a shell or a compose file left out.
  const variables = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const outer = Environment.safeParse(variables);
  const faults = outer.success ? [] : describe(outer.error.issues);
  const path = variables["LIFTLINE_CONFIG"];
  const file = path === undefined ? undefined : parseFile({ path, readFile, variables, faults });
  if (!outer.success || !file || faults.length > 0) throw new ConfigError(faults);
  const { PORT, HOST, DATABASE_URL, LIFTLINE_SECRET, LOG_LEVEL, KEPT_WIDGETS = null } = outer.data;
  return {
    ...file,
    brokers: file.brokers.map((broker) => withOwnPages(broker, file.publicUrl)),
    port: PORT,
    host: HOST,
    databaseUrl: createSecret(DATABASE_URL),
    secrets: LIFTLINE_SECRET,
    logLevel: LOG_LEVEL,
    keptWidgets: KEPT_WIDGETS,
  };
}

/** Which marketplace this is (R13). */
export function marketplaceEnvironment(baseUrl: string): "sandbox" | "live" {
  return hostOf(baseUrl) === "services.avinode.com" ? "live" : "sandbox";
}

/** The page that we host for a broker is a website of theirs: nobody has to list its origin by hand. */
function withOwnPages(broker: BrokerConfig, publicUrl: string | undefined): BrokerConfig {
  if (publicUrl === undefined || !broker.settings.hostedPage) return broker;
  return { ...broker, origins: [...new Set([...broker.origins, new URL(publicUrl).origin])] };
}

interface FileSource {
  path: string;
  readFile: (path: string) => string;
  variables: Record<string, string | undefined>;
  /** Takes what is wrong. */
  faults: string[];
}

function parseFile({ path, readFile, variables, faults }: FileSource): z.output<typeof ConfigFile> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFile(path));
  } catch (error) {
    faults.push(`LIFTLINE_CONFIG: the file ${error instanceof SyntaxError ? "is not JSON" : "cannot be read"}`);
    return undefined;
  }
  const missing = new Set<string>();
  const schema = variables["NODE_ENV"] === "production" ? ConfigFile : DevelopmentFile;
  const result = schema.safeParse(resolveReferences(json, { variables, missing, path: "" }));
  faults.push(...missing);
  if (result.success) return result.data;
  const unset = new Set([...missing].map((fault) => fault.split(":")[0]));
  // A value that could not be read is told once, not again as one that does not fit.
  faults.push(...describe(result.error.issues.filter((issue) => !unset.has(issue.path.join(".")))));
  return undefined;
}

/** `"env:NAME"` anywhere stands for that variable. */
function resolveReferences(
  value: unknown,
  scope: { variables: Record<string, string | undefined>; missing: Set<string>; path: string },
): unknown {
  const inside = (key: string | number) => ({ ...scope, path: scope.path === "" ? `${key}` : `${scope.path}.${key}` });
  if (Array.isArray(value)) return value.map((entry: unknown, index) => resolveReferences(entry, inside(index)));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, resolveReferences(entry, inside(key))]),
    );
  }
  if (typeof value !== "string" || !value.startsWith("env:")) return value;
  const name = value.slice("env:".length);
  const found = scope.variables[name];
  if (found === undefined) scope.missing.add(`${scope.path}: the environment variable ${name} is not set`);
  return found ?? "";
}

function describe(issues: z.core.$ZodIssue[]): string[] {
  return issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`);
}

function refuseDoubles(brokers: z.output<typeof BrokerConfig>[], context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  brokers.forEach((broker, index) => {
    for (const name of [`id ${broker.id}`, ...new Set(broker.embedKeys.map((key) => `embed key ${key}`))]) {
      if (seen.has(name))
        context.addIssue({ code: "custom", path: [index], message: `another broker has the ${name}` });
      seen.add(name);
    }
  });
}

/** Shown before anything is typed, so before the marketplace is asked: they must be airports that we know ourselves. */
function refuseUnknownAirports(codes: readonly string[], context: z.core.$RefinementCtx): void {
  if (codes.length === 0) return;
  const index = createAirportIndex();
  codes.forEach((code, place) => {
    if (index.find(code)) return;
    context.addIssue({ code: "custom", path: [place], message: "no airport that we know" });
  });
}

function namesDatabase(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  // A `*` would be a name like any other here, and match no page.
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text && !text.includes("*");
}

function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Of the marketplace's hosts a development or test run may know one only, and it is not the live one. */
export function mayBeCalledInDevelopment(baseUrl: string): boolean {
  const host = hostOf(baseUrl);
  return host === "sandbox.avinode.com" || !(host === "avinode.com" || host.endsWith(".avinode.com"));
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, "");
}
