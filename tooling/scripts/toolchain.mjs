// Plain JavaScript for Node 20.19 and later: this file runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const tooling = join(root, ".tooling");
const nodeVersion = "24.21.0";
const nodeMajor = 24;
const chromiumVersion = "153.0.0";
const systemChromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Fetches what this machine lacks (Node 24, the pinned pnpm, the packages), saying so; returns the environment to go on with. */
export function prepare() {
  const pnpmVersion = manifest().packageManager.split("@")[1];
  const wanted = [];
  if (installedVersion("pnpm") !== pnpmVersion) wanted.push(`pnpm@${pnpmVersion}`);
  const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const ownNodeIsOld = Number(process.versions.node.split(".")[0]) < nodeMajor;
  if (ownNodeIsOld && installedVersion(nodePackage) !== nodeVersion) wanted.push(`${nodePackage}@${nodeVersion}`);
  if (wanted.length > 0) fetchTools(wanted, ownNodeIsOld);

  const env = {
    ...process.env,
    PATH: [join(tooling, "node_modules", ".bin"), join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
  installPackages(env);
  return env;
}

/** A Chromium for the browser tests: the system's own, else one from the npm registry. Returns its path. */
export function prepareChromium(env) {
  const own = [process.env.LIFTLINE_CHROMIUM, ...systemChromiums].find((place) => place && existsSync(place));
  if (own) return own;
  if (installedVersion("@sparticuz/chromium") !== chromiumVersion)
    fetchTools([`@sparticuz/chromium@${chromiumVersion}`], false);
  const script = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());";
  const unpacked = spawnSync("node", ["--input-type=module", "-e", script], { cwd: tooling, env, encoding: "utf8" });
  if (unpacked.status !== 0) fail(`The fetched Chromium cannot be unpacked: ${unpacked.stderr}`);
  return unpacked.stdout.trim();
}

/** Runs a command to its end; returns whether it succeeded. */
export function run(command, args, env) {
  const result = spawnSync(command, args, { cwd: root, env, stdio: "inherit", shell: process.platform === "win32" });
  return result.status === 0;
}

/** Runs a command that goes on until it or this process is told to end, then ends with its exit code. */
export function become(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

function manifest() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

function installedVersion(name) {
  const file = join(tooling, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}

function fetchTools(specifiers, nodeIsOld) {
  if (nodeIsOld) console.log(`This is Node ${process.versions.node}; Liftline runs on Node ${nodeMajor}.`);
  console.log(`Fetching ${specifiers.join(" and ")} into .tooling/ (once) …`);
  mkdirSync(tooling, { recursive: true });
  const flags = ["--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--loglevel=error"];
  const present = existsSync(join(tooling, "node_modules"))
    ? [
        "pnpm",
        ...readdirSync(join(tooling, "node_modules")).filter((name) => name.startsWith("node-")),
        "@sparticuz/chromium",
      ]
        .filter((name) => installedVersion(name) && !specifiers.some((specifier) => specifier.startsWith(`${name}@`)))
        .map((name) => `${name}@${installedVersion(name)}`)
    : [];
  // npm prunes what an install without a manifest does not name, so the tools already here are named again.
  const done = run("npm", ["install", "--prefix", tooling, ...flags, ...present, ...specifiers], process.env);
  if (!done) {
    fail(
      nodeIsOld
        ? `npm could not fetch them. With a Node ${nodeMajor} of your own, run the command again.`
        : "npm could not fetch them; see its message above.",
    );
  }
}

function installPackages(env) {
  const stamp = join(tooling, "installed");
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"])
    hash.update(readFileSync(join(root, file)));
  const wanted = hash.digest("hex");
  const current = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (current === wanted && existsSync(join(root, "node_modules", ".modules.yaml"))) return;
  console.log("Installing packages …");
  if (!run("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"], env)) {
    fail("The packages could not be installed; see the message above.");
  }
  mkdirSync(tooling, { recursive: true });
  writeFileSync(stamp, wanted);
}
