import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const published = ["schema", "api-client", "sandbox", "widget"] as const;
export type Published = (typeof published)[number];

const workspace = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

export interface Installed {
  /** A folder outside the workspace, with the packages in its `node_modules`, `consumer/` and nothing of the repository. */
  folder: string;
  /** Bytes of the tarball. */
  packed: Record<Published, number>;
  folderOf(name: Published): string;
  manifestOf(name: Published): Record<string, unknown>;
}

/**
 * Packs the packages, which builds them, and unpacks them where a stranger would have them. What they depend on is linked from the workspace's
 * own store, as their manifests name it: no network.
 */
export function installPacked(): Installed {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "published-")));
  const scope = join(folder, "node_modules", "@liftline");
  mkdirSync(scope, { recursive: true });
  // In this order: each is built against the one before it.
  const packed = {
    schema: install("schema", folder),
    "api-client": install("api-client", folder),
    sandbox: install("sandbox", folder),
    widget: install("widget", folder),
  };
  // What a page of React's has installed besides.
  for (const name of ["react", "react-dom", "@types/react", "@types/react-dom"]) {
    link(join(workspace, "apps/widget/node_modules", name), join(folder, "node_modules", name));
  }
  link(join(here, "node_modules/@types/node"), join(folder, "node_modules/@types/node"));
  cpSync(join(here, "consumer"), folder, { recursive: true });
  const folderOf = (name: Published) => join(scope, name);
  return {
    folder,
    packed,
    folderOf,
    manifestOf: (name) => JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8")),
  };
}

function install(name: Published, folder: string): number {
  const source = join(workspace, name === "widget" ? "apps" : "packages", name);
  const tarballs = join(folder, "tarballs", name);
  mkdirSync(tarballs, { recursive: true });
  run("pnpm", ["pack", "--pack-destination", tarballs], source);
  const [tarball = ""] = readdirSync(tarballs);
  const target = join(folder, "node_modules/@liftline", name);
  mkdirSync(target);
  run("tar", ["-xzf", join(tarballs, tarball), "--strip-components=1", "-C", target], folder);
  const { dependencies = {} } = JSON.parse(readFileSync(join(target, "package.json"), "utf8"));
  for (const dependency of Object.keys(dependencies).filter((other) => !other.startsWith("@liftline/"))) {
    link(join(source, "node_modules", dependency), join(folder, "node_modules", dependency));
  }
  return readFileSync(join(tarballs, tarball)).length;
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (!existsSync(to)) symlinkSync(realpathSync(from), to, "junction");
}

/** Throws with what the command wrote. */
export function run(command: string, args: string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe", shell: process.platform === "win32" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}`, { cause: error });
  }
}
