import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Nothing of a fetched package runs while it is fetched, and nothing of it comes near our lockfile. */
const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--loglevel=error"];

/** Installs packages (`name@version`) into a new folder. */
export function installPackages(folder: string, packages: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  npm(folder, ["install", ...flags, ...packages]);
}

/** Unpacks one package without what it depends on; returns where its files are. */
export function unpackPackage(folder: string, specifier: string): string {
  mkdirSync(folder, { recursive: true });
  const archive = npm(folder, ["pack", "--silent", specifier]).trim();
  execFileSync("tar", ["xzf", archive], { cwd: folder });
  return join(folder, "package");
}

/** What npm printed; an error says in one line why it could not. */
function npm(cwd: string, args: readonly string[]): string {
  try {
    return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    const line = said.split("\n").find((each) => each.includes("npm error") && !/error code/.test(each));
    throw new Error((line ?? said).replace("npm error ", "").trim().slice(0, 120), { cause: error });
  }
}
