import type { OxlintOverride } from "oxlint";

/** Something a room may not import, and why. */
interface Ban {
  group: string[];
  message: string;
  allowTypeImports?: boolean;
}

const noSandbox: Ban = {
  group: ["@liftline/sandbox", "@liftline/sandbox/*"],
  message: "The simulated marketplace never ships: only tests, benchmarks and the demo import it.",
};
const noBackend: Ban = {
  group: ["@liftline/backend", "**/apps/backend/**"],
  message: "Nothing but the demo imports the backend: others meet it over HTTP.",
};
const noWidget: Ban = {
  group: ["@liftline/widget", "**/apps/widget/**"],
  message: "The widget is a leaf: nothing imports it.",
};
const noMarketplaceWords: Ban = {
  group: ["@liftline/schema/avinode"],
  message:
    "Marketplace words stay behind the disclosure wall: only the files named in tooling/lint/directions.ts read them (R3).",
};
const noSql: Ban = {
  group: ["kysely", "better-sqlite3"],
  message: "SQL lives in *.store.ts, *.table.ts and database/, so that three databases can stand behind one port.",
};
const noStores: Ban = {
  group: ["**/*.store.ts", "**/*.table.ts", "**/database/**"],
  message: "A route validates, calls one verb and answers; the verb talks to the store.",
};
const schemaTypesOnly: Ban = {
  group: ["@liftline/schema", "@liftline/schema/*", "zod"],
  message: "The visitor's phone would pay for zod: take types only (`import type`).",
  allowTypeImports: true,
};
const noHeavyClient: Ban = {
  group: ["ofetch", "@liftline/api-client/avinode"],
  message: "The browser talks to our backend alone, by plain fetch (architecture, import directions).",
};
const noWorkspace: Ban = {
  group: ["@liftline/api-client", "@liftline/api-client/*"],
  message:
    "schema → nothing, sandbox → schema: the simulated marketplace must not share code with the client it tests.",
};

const backend = "apps/backend/src/**/*.{ts,tsx}";

/** The few backend files that read the marketplace's words (architecture, Words). */
const marketplaceReaders = [
  "apps/backend/src/airports/show-airport.ts",
  "apps/backend/src/searches/{ask-marketplace,disclose-option,exclude-hits,price-option}.ts",
  "apps/backend/src/leads/marketplace-lead.ts",
  "apps/backend/src/notifications/{read-notification,take-notification,read-foreign-lead,sync-webhooks}.ts",
  "apps/backend/src/deliveries/**/*.ts",
];

/** Import directions as rules. A later entry replaces an earlier one for the files it names, so each is whole. */
export const directions: OxlintOverride[] = [
  room(["packages/schema/src/**/*.ts"], [noSandbox, noBackend, noWidget, noWorkspace]),
  room(["packages/sandbox/src/**/*.ts"], [noBackend, noWidget, noWorkspace]),
  room(["packages/api-client/src/*.ts"], [noSandbox, noBackend, noWidget, schemaTypesOnly, noHeavyClient]),
  room(["packages/api-client/src/avinode/**/*.ts"], [noSandbox, noBackend, noWidget]),
  room(["apps/widget/src/**/*.{ts,tsx}"], [noSandbox, noBackend, schemaTypesOnly, noHeavyClient]),
  room([backend], [noSandbox, noWidget, noMarketplaceWords, noSql]),
  room(["apps/backend/src/**/*.routes.{ts,tsx}"], [noSandbox, noWidget, noMarketplaceWords, noSql, noStores]),
  room(marketplaceReaders, [noSandbox, noWidget, noSql]),
  room(
    ["apps/backend/src/**/*.{store,table}.ts", "apps/backend/src/database/**/*.ts"],
    [noSandbox, noWidget, noMarketplaceWords],
  ),
  { files: ["**/*.test.{ts,tsx}", "**/test/**", "**/bench/**"], rules: { "no-restricted-imports": "off" } },
];

function room(files: string[], bans: Ban[]): OxlintOverride {
  return { files, rules: { "no-restricted-imports": ["error", { patterns: bans }] } };
}
