import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { collectProofs, TestReport } from "./collect-proofs.ts";
import rules from "./rules.data.json" with { type: "json" };
import { findGaps, writePage } from "./write-page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: {
    report: { type: "string", default: join(root, ".tooling/test-report.json") },
    /** Only looks for gaps. */
    check: { type: "boolean", default: false },
    page: { type: "string", default: join(root, "docs/go-live.md") },
  },
});

const proofs = collectProofs(TestReport.parse(JSON.parse(readFileSync(values.report, "utf8"))), root);
const gaps = findGaps(rules, proofs);
if (gaps.length > 0) {
  console.error(`Not ready to go live:\n${gaps.map((gap) => `  ${gap}`).join("\n")}`);
  process.exit(1);
}
if (values.check) process.exit(0);
mkdirSync(dirname(values.page), { recursive: true });
writeFileSync(values.page, writePage(rules, proofs));
console.log(`docs/go-live.md: ${rules.flatMap((part) => part.rules).length} rules, each with a test that passed`);
