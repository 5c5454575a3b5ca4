import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { startPostgresServer, type PostgresServer } from "../databases/postgres-server.ts";
import { superviseBackend, type SupervisedBackend } from "./backend-process.ts";
import { buildBackend, type BackendBuild } from "./build-backend.ts";
import { letTimePass } from "./drain.ts";
import type { Victim } from "./kill-again-and-again.ts";
import { mostResumeMs, openStorm, rage, settleUp } from "./storm.ts";
import { isLong } from "./write-proof.ts";

const kills = isLong ? 300 : 8;
const replicas = isLong ? 3 : 2;
/** One kill in so many is the server's. */
const serverShare = 4;

// Processes and servers of their own on a machine that may be busy.
vi.setConfig({ hookTimeout: 120_000 });

let built: BackendBuild;
let server: PostgresServer;
let folder: string;
const opened: (() => unknown)[] = [];
beforeAll(async () => {
  built = await buildBackend();
  // As it is shipped: what it says is stored is on the disk.
  server = await startPostgresServer({ settings: { fsync: "on" } });
});
afterAll(async () => {
  await server.stop();
  built.remove();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liftline-postgres-kills-"));
});
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true });
});

test(
  `R1, R2, R4 of reliability.md §2: ${kills} kills among ${replicas} backends and their PostgreSQL: no acknowledged lead is lost and none is doubled`,
  { timeout: isLong ? 3_600_000 : 180_000 },
  async () => {
    const storm = await openStorm();
    opened.push(() => storm.marketplace.close());
    const place = { main: built.main, folder, databaseUrl: server.url, marketplace: storm.marketplace.baseUrl };
    // One after the other: whoever comes first makes the tables.
    const backends: SupervisedBackend[] = [];
    for (let replica = 0; replica < replicas; replica += 1) {
      const backend = await superviseBackend(place);
      opened.push(() => backend.end());
      await backend.listening();
      backends.push(backend);
    }
    const killed = { replicas, killedBackends: 0, killedServers: 0, killedConnections: 0 };
    const wreckage = await rage(storm, {
      kills,
      choose(kill) {
        const backend = backends[kill % replicas];
        if (!backend || kill % serverShare === serverShare - 1) return databaseVictim(server, killed);
        killed.killedBackends += 1;
        return backend;
      },
      // Like a load balancer: any that takes requests, another one for the same request perhaps.
      findBackend: () =>
        Promise.race(backends.toSorted(() => storm.random() - 0.5).map((backend) => backend.listening())),
    });

    if (!isLong) for (const backend of backends) await backend.end();
    const database = await openDatabase({ url: server.url });
    opened.push(() => database.close());
    if (!isLong) {
      await letTimePass(database);
      const last = await superviseBackend(place);
      opened.push(() => last.end());
    }
    const readyMs = backends.flatMap((backend) => backend.readyMs);
    await settleUp(storm, wreckage, { name: "postgres-kills", database, readyMs, figures: killed, mostResumeMs });
    expect(killed.killedServers).toBeGreaterThan(0);
    expect(killed.killedConnections).toBeGreaterThan(0);
  },
);

/** In turn: all of the server at once, or one of its processes that works for a backend; then it repairs itself. */
function databaseVictim(server: PostgresServer, killed: { killedServers: number; killedConnections: number }): Victim {
  return {
    started: () => Promise.resolve(),
    listening: () => Promise.resolve(),
    async kill() {
      if (killed.killedServers > killed.killedConnections) {
        killed.killedConnections += 1;
        return server.crashBackend();
      }
      killed.killedServers += 1;
      await (
        await server.crash()
      ).back;
    },
  };
}
