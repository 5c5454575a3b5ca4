// Negative controls: takes each protection away, one at a time, in a copy of the repository, and demands that the test
// which claims to prove it goes red. A test that stays green proves nothing.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, prepare, prepareChromium, root } from "./toolchain.mjs";

const env = prepare();
env.LIFTLINE_CHROMIUM = prepareChromium(env);
const wanted = process.argv[2] ?? "";
const controls = JSON.parse(readFileSync(new URL("controls.json", import.meta.url), "utf8"));

const holder = mkdtempSync(join(tmpdir(), "controls-"));
const copy = join(holder, "repository");
process.on("exit", () => rmSync(holder, { recursive: true, force: true }));
// Hard links make the copy cheap; a file is replaced, never written through.
spawnSync("cp", ["-al", root, copy], { stdio: "inherit" });

const unproven = controls
  .filter(({ guarantee }) => guarantee.toLowerCase().includes(wanted.toLowerCase()))
  .filter((control) => !isProven(control));
console.log(unproven.length === 0 ? "every protection is missed when it is gone" : `${unproven.length} not proven`);
if (unproven.length > 0) fail(unproven.map(({ guarantee }) => `  ${guarantee}`).join("\n"));

function isProven({ guarantee, file, find, replace, test }) {
  const path = join(copy, file);
  const original = readFileSync(path, "utf8");
  if (original.split(find).length !== 2) {
    console.log(`✗ ${guarantee}: what is to be taken away stands ${original.split(find).length - 1} times in ${file}`);
    return false;
  }
  const green = outcomeOf(test);
  rmSync(path);
  writeFileSync(
    path,
    original.replace(find, () => replace),
  );
  const red = outcomeOf(test);
  rmSync(path);
  writeFileSync(path, original);
  const proven = green.failed === 0 && green.passed > 0 && red.failed > 0;
  const words = `with it ${green.passed} passed, ${green.failed} failed; without it ${red.failed} failed`;
  console.log(`${proven ? "✓" : "✗"} ${guarantee}: ${words}`);
  return proven;
}

function outcomeOf({ folder, file }) {
  const report = join(holder, "report.json");
  rmSync(report, { force: true });
  const flags = [
    "run",
    file,
    "--reporter=json",
    `--outputFile.json=${report}`,
    // A folder's own settings are for its tests in Node.
    ...(file.includes(".browser.test.") ? ["--config", "vitest.browser.config.ts"] : []),
  ];
  spawnSync("pnpm", ["exec", "vitest", ...flags], { cwd: join(copy, folder), env, stdio: "ignore" });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
