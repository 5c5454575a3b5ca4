import * as fs from "node:fs";
import { become, fail, prepare, root, run } from "./toolchain.mjs";

const tsx = new URL("load-tsx.mjs", import.meta.url).href;

// `fs.globSync` is younger than the oldest Node that may start this file: go on with the fetched one.
const env = prepare();
if (!("globSync" in fs)) {
  become("node", ["tooling/scripts/bench.mjs", ...process.argv.slice(2)], env);
} else {
  const wanted = process.argv[2] ?? "";
  const files = fs
    .globSync("{apps,packages,tooling}/*/bench/*.bench.ts", { cwd: root })
    .filter((file) => file.includes(wanted))
    .sort();
  const failed = files.filter((file) => {
    console.log(`\n${file}`);
    return !run("node", ["--import", tsx, file], env);
  });
  if (failed.length > 0) fail(`\nOver the limit: ${failed.join(", ")}`);
}
