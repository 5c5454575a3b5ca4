import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./toolchain.mjs";

/** What the last run of all suites reported, test by test. */
export const reportFile = join(root, ".tooling", "test-report.json");

/** Runs every suite of the workspace; `results` is missing where the runner wrote none. */
export function runSuites(env) {
  rmSync(reportFile, { force: true });
  const flags = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const passed = run("vitest", flags, env);
  try {
    return { passed, results: JSON.parse(readFileSync(reportFile, "utf8")) };
  } catch {
    return { passed, results: undefined };
  }
}
