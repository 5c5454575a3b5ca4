// Writes docs/go-live.md: which tests prove the marketplace's rules. From the report of the last `npm test`, if there is one.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { reportFile, runSuites } from "./run-suites.mjs";
import { prepare, prepareChromium, root, run } from "./toolchain.mjs";

const env = prepare();
if (!existsSync(reportFile)) {
  console.log("There is no report of the tests yet; running them …");
  runSuites({ ...env, LIFTLINE_CHROMIUM: prepareChromium(env) });
}
const written = run("node", [join(root, "tooling/go-live/main.ts"), "--report", reportFile], env);
process.exit(written ? 0 : 1);
