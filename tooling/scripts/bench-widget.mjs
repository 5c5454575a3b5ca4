// Weighs and times the widget beside others (see apps/widget/bench), and writes docs/widget-bench.md. Fetches what it compares
// with from the npm registry, into a temporary folder.
import { fail, prepare, prepareChromium, run } from "./toolchain.mjs";

const env = prepare();
env.LIFTLINE_CHROMIUM = prepareChromium(env);
// Its sizes are those of the files that were built.
if (!run("turbo", ["run", "build", "--filter=@liftline/widget", "--output-logs=errors-only"], env))
  fail("The build failed; see above.");
if (!run("node", ["apps/widget/bench/bench-widget.ts", ...process.argv.slice(2)], env)) process.exit(1);
