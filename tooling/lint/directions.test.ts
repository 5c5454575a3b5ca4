import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "directions-"));
const config = fileURLToPath(new URL("index.ts", import.meta.url));
const oxlint = fileURLToPath(new URL("../../node_modules/.bin/oxlint", import.meta.url));

afterAll(() => rmSync(folder, { recursive: true }));

describe("import directions", () => {
  test.each([
    ["apps/widget/src/a.ts", `import { Option } from "@liftline/schema"; void Option;`, "phone would pay for zod"],
    [
      "apps/widget/src/b.ts",
      `import { createAvinodeClient } from "@liftline/api-client/avinode"; void createAvinodeClient;`,
      "our backend alone",
    ],
    ["apps/backend/src/leads/submit.ts", `import { sql } from "kysely"; void sql;`, "SQL lives in"],
    [
      "apps/backend/src/leads/leads.routes.ts",
      `import { find } from "./leads.store.ts"; void find;`,
      "A route validates",
    ],
    [
      "apps/backend/src/searches/other.ts",
      `import type { AvinodeLift } from "@liftline/schema/avinode"; export type A = AvinodeLift;`,
      "disclosure wall",
    ],
    [
      "apps/backend/src/main.ts",
      `import { createMarketplace } from "@liftline/sandbox"; void createMarketplace;`,
      "never ships",
    ],
    [
      "packages/sandbox/src/a.ts",
      `import { createClient } from "@liftline/api-client"; void createClient;`,
      "must not share code",
    ],
    [
      "packages/schema/src/a.ts",
      `import { createClient } from "@liftline/api-client"; void createClient;`,
      "must not share code",
    ],
    ["apps/backend/src/leads/b.ts", `export const key = process.env["KEY"];`, "no-process-env"],
  ])("%s is refused what its room may not import", (path, source, reason) => {
    expect(lint(path, source)).toContain(reason);
  });

  test.each([
    ["apps/widget/src/c.ts", `import type { Option } from "@liftline/schema"; export type A = Option;`],
    ["apps/backend/src/leads/leads.store.ts", `import { sql } from "kysely"; void sql;`],
    [
      "apps/backend/src/searches/disclose-option.ts",
      `import type { AvinodeLift } from "@liftline/schema/avinode"; export type A = AvinodeLift;`,
    ],
    [
      "apps/backend/test/journey.test.ts",
      `import { createMarketplace } from "@liftline/sandbox"; void createMarketplace;`,
    ],
  ])("%s may import what its room is for", (path, source) => {
    expect(lint(path, source)).not.toMatch(/no-restricted-imports|no-process-env/);
  });
});

function lint(path: string, source: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  writeFileSync(
    join(folder, "oxlint.config.ts"),
    `import { lintConfig } from ${JSON.stringify(config)};\nexport default lintConfig;\n`,
  );
  const { stdout, stderr } = spawnSync(oxlint, [path], { cwd: folder, encoding: "utf8" });
  return stdout + stderr;
}
