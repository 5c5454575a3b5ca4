import { join } from "node:path";
import { runSuites } from "./run-suites.mjs";
import { prepare, prepareChromium, root, run } from "./toolchain.mjs";

const env = prepare();
env.LIFTLINE_CHROMIUM = prepareChromium(env);

const tally = { passed: 0, failed: 0, skipped: 0 };

check("the production build, widget size limits included", "turbo", ["run", "build", "--output-logs=errors-only"]);
check("types", "turbo", ["run", "typecheck", "--output-logs=errors-only"]);
check("lint, import directions included", "oxlint", ["--type-aware", "--quiet"]);
check("format", "oxfmt", ["--check"]);
count(runSuites(env));
check("a passing test for each rule of the marketplace", "node", [join(root, "tooling/go-live/main.ts"), "--check"]);

const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);

function check(name, command, args) {
  const passed = run(command, args, env);
  console.log(`${passed ? "✓" : "✗"} ${name}`);
  tally[passed ? "passed" : "failed"] += 1;
}

function count({ passed, results }) {
  if (results === undefined) {
    console.log("✗ the test runner wrote no report");
    tally.failed += 1;
    return;
  }
  tally.passed += results.numPassedTests;
  tally.failed += results.numFailedTests;
  tally.skipped += results.numPendingTests + results.numTodoTests;
  for (const [suite, number] of skippedBySuite(results)) console.log(`↓ ${suite}: ${number} skipped`);
  // A file that cannot be loaded, or an error outside of any test, fails the run without failing a test.
  if (!passed && results.numFailedTests === 0) tally.failed += 1;
}

/** A suite that cannot run on this machine says why in its title. */
function skippedBySuite({ testResults }) {
  const found = new Map();
  for (const { ancestorTitles, title, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (status === "passed" || status === "failed") continue;
    const suite = ancestorTitles[0] ?? title;
    found.set(suite, (found.get(suite) ?? 0) + 1);
  }
  return found;
}
