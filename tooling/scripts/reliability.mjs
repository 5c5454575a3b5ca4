// Runs the proofs of docs/reliability.md in their long forms and writes that page from what they measured. Refuses to where one
// failed, was skipped or is missing: the page never says more than was seen. An argument runs the proofs whose id contains it;
// the others keep what they came to, with the commit they came to it on.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { basename, join } from "node:path";
import { proofs } from "./proofs.mjs";
import { fail, prepare, root, run } from "./toolchain.mjs";

const env = prepare();
const kept = join(root, ".tooling", "proofs");
const page = join(root, "docs", "reliability.md");
const wanted = process.argv[2] ?? "";
const commit = git("rev-parse", "HEAD");
if (git("status", "--porcelain", "--", "apps", "packages") !== "")
  fail("There are changes that are not committed: the page would tell of a state that nobody else has.");

const controls = JSON.parse(readFileSync(new URL("controls.json", import.meta.url), "utf8"));
// Workers take the widget's files along.
if (!run("turbo", ["run", "build", "--output-logs=errors-only"], env)) fail("The build failed; see above.");
for (const proof of proofs.filter(({ id }) => id.includes(wanted))) await prove(proof);

const rows = proofs.map((proof) => ({ proof, result: resultOf(proof) }));
const missing = rows.flatMap(({ proof, result }) => faultsOf(proof, result).map((fault) => `  ${proof.id}: ${fault}`));
if (missing.length > 0) fail(`docs/reliability.md stays as it is:\n${missing.join("\n")}`);
writeFileSync(page, write(rows));
console.log("docs/reliability.md is written");

async function prove(proof) {
  const folder = join(kept, proof.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const report = join(folder, "report.json");
  const figures = join(folder, "figures");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  console.log(`\n${proof.promise} …`);
  const since = performance.now();
  const output = await runVitest(["run", ...proof.files, ...reporters], {
    cwd: join(root, proof.folder),
    env: { ...env, ...proof.env, LIFTLINE_PROOFS: figures, NO_COLOR: "1" },
  });
  const result = {
    commit,
    machine: machine(),
    at: new Date().toISOString(),
    seconds: Math.round((performance.now() - since) / 1000),
    ...countsOf(report),
    output: output.slice(-20_000),
    figures: readFigures(figures),
  };
  writeFileSync(join(folder, "result.json"), JSON.stringify(result, null, 2));
}

function runVitest(args, options) {
  return new Promise((resolve) => {
    const child = spawn("pnpm", ["exec", "vitest", ...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        process.stdout.write(text);
      });
    }
    child.on("close", () => resolve(output));
  });
}

/** Files as well: one that cannot be loaded has no test that could fail. */
function countsOf(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, files: [] };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults, success } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  return {
    passed: numPassedTests,
    failed: success ? 0 : Math.max(1, numFailedTests),
    skipped: numPendingTests + numTodoTests,
    files: testResults.map(({ name }) => name.replaceAll("\\", "/")),
  };
}

function readFigures(folder) {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.map((name) => [basename(name, ".json"), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}

function resultOf({ id }) {
  const file = join(kept, id, "result.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function faultsOf(proof, result) {
  if (!result) return ["was not run"];
  const faults = [];
  if (result.failed > 0) faults.push(`${result.failed} failed`);
  if (result.passed === 0) faults.push("no test ran");
  // What is skipped lacked something that it needs.
  if (result.skipped > 0) faults.push(`${result.skipped} skipped`);
  for (const file of proof.files) {
    if (!result.files.some((name) => name.endsWith(`/${proof.folder}/${file}`))) faults.push(`${file} is missing`);
  }
  if (controlsOf(proof).length === 0) faults.push("no negative control shows that it can fail");
  if (figureOf(proof, result) === undefined) faults.push("it left no figure");
  return faults;
}

/** Names of the protections without which one of its tests was seen red. */
function controlsOf({ folder, files }) {
  return controls
    .filter(({ test }) => test.folder === folder && files.includes(test.file))
    .map(({ guarantee }) => guarantee);
}

function figureOf(proof, result) {
  try {
    const figure = proof.figure(result);
    return figure && !figure.includes("undefined") ? figure : undefined;
  } catch {
    return undefined;
  }
}

function write(results) {
  const machines = [...new Set(results.map(({ result }) => result.machine))].join("; ");
  return `# Reliability

Written by \`npm run reliability\` from what its tests measured, and not by hand. The machine had other work to do as well:
${machines}.

\`npm test\` runs the same tests in their short forms. A protection that is taken away turns its test red: \`npm run controls\`
and a part of the control's name shows it.

${results.map(section).join("\n")}
## What this does not say

- A kill leaves what the operating system has not yet written. What a power cut leaves rests on SQLite and PostgreSQL and on a
  disk that does not lie; proven here are their settings, and the order of system calls.
- "Once" is at the other end: a call may be repeated, its effect may not. What cannot be known to have arrived is sent again as
  it was, under the same identifier.
- On Workers what a killed one held waits for the cron: a minute of lease, and up to another one.
`;
}

function section({ proof, result }) {
  const tests = proof.files.map((file) => `\`${proof.folder}/${file}\``).join(", ");
  const missed = controlsOf(proof).map((name) => `*${name}*`);
  return `## ${proof.promise}

- ${figureOf(proof, result)}
- Proof: ${tests} (${result.seconds} s), ${result.at.slice(0, 16)} UTC, commit ${result.commit.slice(0, 12)}
- Red without: ${missed.join("; ")}
`;
}

function machine() {
  const [cpu] = cpus();
  const node = spawnSync("node", ["--version"], { env, encoding: "utf8" }).stdout.trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim()}), ${memory} GB, ${process.platform} ${process.arch}, Node ${node.slice(1)}`;
}

function git(...args) {
  return spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout.trim();
}
