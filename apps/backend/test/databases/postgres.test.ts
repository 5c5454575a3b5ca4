import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { CompiledQuery, type Compilable } from "kysely";
import { Client } from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Clock } from "../../src/clock.ts";
import type { Database } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { claimAny } from "./claim-any.ts";
import { openLeadDesk, type LeadDesk } from "../lead-desk.ts";
import { askPostgres, createPostgres } from "./open-test-database.ts";
import { startPostgresServer, type PostgresServer } from "./postgres-server.ts";

// Servers of their own on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of opened.splice(0)) await one.close();
});

const unavailable = { code: "storage.unavailable", retryAfterSeconds: 5 };

function raw<Row>(text: string): Compilable<Row> {
  return { compile: () => CompiledQuery.raw(text) };
}

async function open(url: string, clock?: Clock): Promise<Database> {
  const database = await openDatabase({ url, busyTimeoutMs: 1000, ...(clock && { clock }) });
  opened.push(database);
  return database;
}

async function openDesk(url: string): Promise<LeadDesk> {
  let desk: LeadDesk | undefined;
  desk = await openLeadDesk({ database: await open(url, { now: () => desk?.clock.now() ?? 0 }) });
  return desk;
}

/** A connection of somebody else's. */
async function otherConnection(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // It may be ended together with the others.
  client.on("error", () => undefined);
  await client.connect();
  opened.push({ close: () => client.end() });
  return client;
}

async function countLeads(database: Database): Promise<number> {
  const [row] = await database.run(raw<{ count: number }>("select count(*) as count from leads"));
  return row?.count ?? 0;
}

describe("PostgreSQL", () => {
  test("is refused where an acknowledged commit may be lost", async () => {
    const url = await createPostgres();
    const name = url.split("/").at(-1);
    await askPostgres(url, `alter database ${name} set synchronous_commit = off`);
    await expect(open(url)).rejects.toThrow("PostgreSQL must have synchronous_commit = on, not off");
  });

  test("opens again with what it had", async () => {
    const url = await createPostgres();
    const desk = await openDesk(url);
    await desk.submit(desk.request());
    expect(await countLeads(await open(url))).toBe(1);
  });

  test("I8: decides what time it is, whatever the machine of a process believes", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 600_000 });
    const database = await open(await createPostgres());
    const [row] = await database.run(
      raw<{ now: number }>("select extract(epoch from clock_timestamp())::float8 * 1000 as now"),
    );
    expect(Math.abs(database.clock.now() - (row?.now ?? 0))).toBeLessThan(500);
  });

  test("a claim passes over what another process is taking and takes the next", async () => {
    const url = await createPostgres();
    const desk = await openDesk(url);
    await desk.submit(desk.request());
    await desk.submit(desk.request());
    const other = await otherConnection(url);
    await other.query("begin");
    const { rows } = await other.query<{ id: string }>(
      "select id from deliveries order by next_at, id limit 1 for update",
    );
    const claimed = await claimAny(desk);
    expect(claimed?.id).toBeDefined();
    expect(claimed?.id).not.toBe(rows[0]?.id);
  });

  test("of four processes that claim at once each delivery goes to one, and none is left", async () => {
    const url = await createPostgres();
    const desks = await Promise.all(Array.from({ length: 4 }, () => openDesk(url)));
    const [first] = desks;
    for (let lead = 0; lead < 40; lead += 1) await first?.submit(first.request());
    const claims = await Promise.all(desks.map(claimAll));
    const ids = claims.flat();
    const due = await askPostgres(url, "select 1 from deliveries");
    expect(new Set(ids).size).toBe(due.length);
    expect(ids).toHaveLength(due.length);
    expect(claims.filter((own) => own.length > 0).length).toBeGreaterThan(1);
  });
});

async function claimAll(desk: LeadDesk): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const claimed = await claimAny(desk);
    if (!claimed) return ids;
    ids.push(claimed.id);
  }
}

describe("a PostgreSQL that cannot take it now", () => {
  test("says so while somebody else holds the table, and takes it when it is free", async () => {
    const url = await createPostgres();
    const desk = await openDesk(url);
    const other = await otherConnection(url);
    await other.query("begin; lock table leads in exclusive mode");
    const lead = desk.request();
    await expect(desk.submit(lead, { key: "again-later" })).rejects.toMatchObject(unavailable);
    await other.query("rollback");
    await desk.submit(lead, { key: "again-later" });
    expect(await countLeads(desk.database)).toBe(1);
  });

  test("says so while it takes no writes", async () => {
    const url = await createPostgres();
    const name = url.split("/").at(-1);
    const desk = await openDesk(url);
    await askPostgres(url, `alter database ${name} set default_transaction_read_only = on`);
    await endAllConnections(url);
    await expect(desk.submit(desk.request())).rejects.toMatchObject(unavailable);
    await expect(desk.database.ready()).rejects.toMatchObject(unavailable);
    const other = await otherConnection(url);
    await other.query("begin read write");
    await other.query(`alter database ${name} set default_transaction_read_only = off`);
    await other.query("commit");
    await endAllConnections(url);
    await desk.submit(desk.request());
    await desk.database.ready();
  });

  test("says so while it has no connection left", async () => {
    const url = await createPostgres();
    const name = url.split("/").at(-1);
    const desk = await openDesk(url);
    await endAllConnections(url);
    await askPostgres(url.replace(/[^/]+$/, "postgres"), `alter database ${name} with allow_connections false`);
    await expect(desk.submit(desk.request())).rejects.toMatchObject(unavailable);
    await askPostgres(url.replace(/[^/]+$/, "postgres"), `alter database ${name} with allow_connections true`);
    await desk.submit(desk.request());
  });

  test("says so after it was closed", async () => {
    const database = await openDatabase({ url: await createPostgres() });
    await database.close();
    await expect(database.run(raw("select 1"))).rejects.toMatchObject(unavailable);
    await expect(database.ready()).rejects.toMatchObject(unavailable);
  });

  test("says so when a statement took too long for it", async () => {
    const url = await createPostgres();
    const database = await open(url);
    const slow = expect(database.run(raw("select pg_sleep(60)"))).rejects.toMatchObject(unavailable);
    const cancel = "select pg_cancel_backend(pid) as done from pg_stat_activity where query = 'select pg_sleep(60)'";
    while ((await askPostgres(url, cancel)).length === 0);
    await slow;
  });
});

test.runIf(process.platform === "linux")(
  "a PostgreSQL without room says so, stores all of a lead or none of it, and goes on when there is room",
  async () => {
    const server = await startPostgresServer({ walSegmentMb: 1 });
    try {
      const desk = await openDesk(server.url);
      await desk.submit(desk.request());
      const size = await growLeads(server.url);
      limitFiles(server, size);
      await endAllConnections(server.url);
      const answers = await Promise.allSettled(Array.from({ length: 20 }, () => desk.submit(longRequest(desk))));
      const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
      expect(refused.length).toBeGreaterThan(10);
      for (const reason of refused) expect(reason).toMatchObject(unavailable);
      limitFiles(server, null);
      await endAllConnections(server.url);
      const since = performance.now();
      await desk.submit(desk.request());
      expect(performance.now() - since).toBeLessThan(5000);
      const acknowledged = 2 + answers.length - refused.length;
      expect(await askPostgres(server.url, wholeLeads)).toEqual([{ leads: acknowledged, keys: acknowledged }]);
      await desk.database.close();
    } finally {
      await server.stop();
    }
  },
);

const wholeLeads = `select count(distinct leads.id)::int as leads, count(lead_keys.lead_id)::int as keys
  from leads left join lead_keys on lead_keys.lead_id = leads.id where leads.broker_id <> 'filler'`;

/** A message that no compression makes smaller, in pages of its own. */
function longRequest(desk: LeadDesk): ReturnType<LeadDesk["request"]> {
  return desk.request({ message: randomBytes(750).toString("hex") });
}

/** Makes the file of `leads` larger than any other that is written to; answers its size in bytes. */
async function growLeads(url: string): Promise<number> {
  const filler = `insert into leads (id, broker_id, environment, reference, client_identifier, received_at, message, trip, currency)
    select 'filler' || n, 'filler', 'sandbox', 'filler' || n, 'filler' || n, 'now', repeat('x', 1500), '{}', 'EUR'
    from generate_series(1, 1500) as n`;
  await askPostgres(url, filler);
  const [row] = await askPostgres<{ size: number }>(url, "select pg_relation_size('leads')::int as size");
  return row?.size ?? 0;
}

/** No file of the server's may grow beyond that many bytes: as good as a full disk. The limit is the server's, and goes to the connections it makes from then on. */
function limitFiles({ pid, owner }: PostgresServer, bytes: number | null): void {
  const limit = `--fsize=${bytes ?? "unlimited"}:unlimited`;
  const { status, stderr } = spawnSync("prlimit", ["--pid", String(pid), limit], { ...owner, encoding: "utf8" });
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}

/** As a server that is shut down ends them. */
async function endAllConnections(url: string): Promise<void> {
  await askPostgres(
    url,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
}
