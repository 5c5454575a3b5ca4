import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { CompiledQuery, type Compilable } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { UniqueConflict, type Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

const folder = mkdtempSync(join(tmpdir(), "liftline-"));
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(name = "data/liftline.db"): Promise<{ database: Database; path: string }> {
  const path = join(folder, name);
  const database = await openDatabase({ url: `file:${path}`, busyTimeoutMs: 50 });
  opened.push(database);
  return { database, path };
}

function raw<Row>(text: string): Compilable<Row> {
  return { compile: () => CompiledQuery.raw(text) };
}

function claim(database: Database, hash: string, leadId = "lead_1") {
  const scope = { broker_id: "demo", environment: "sandbox" };
  return database.build
    .insertInto("search_claims")
    .values({ ...scope, search_hash: hash, lead_id: leadId, claimed_at: "2026-12-01T10:00:00.000Z" });
}

/** A connection of another process, as far as SQLite is concerned. */
function otherConnection(path: string): SqliteDatabase.Database {
  const other = new SqliteDatabase(path);
  opened.push(other);
  return other;
}

describe("the SQLite database", () => {
  test("makes a folder for its owner only, and opens again with what it had", async () => {
    const first = await open();
    await first.database.run(raw("create table kept (word text)"));
    await first.database.run(raw("insert into kept values ('here')"));
    await first.database.close();
    expect(statSync(join(folder, "data")).mode & 0o077).toBe(0);
    expect(existsSync(first.path)).toBe(true);
    const again = await open();
    expect(await again.database.run(raw("select word from kept"))).toEqual([{ word: "here" }]);
  });

  test("keeps what an acknowledgement rests on: WAL, a sync for each commit, deletion that deletes", async () => {
    const { database } = await open();
    const pragmas = ["journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema", "busy_timeout"];
    const rows = await Promise.all(pragmas.map((pragma) => database.run(raw<object>(`pragma ${pragma}`))));
    expect(rows.map(([row]) => Object.values(row ?? {})[0])).toEqual(["wal", 2, 1, 1, 0, 50]);
  });

  test("refuses an address that names no database it knows instead of starting on none", async () => {
    await expect(openDatabase({ url: "mysql://localhost/liftline" })).rejects.toThrow(/must be `file:`/);
    await expect(openDatabase({ url: "file:" })).rejects.toThrow(/names no file/);
  });

  test("an atomic batch leaves nothing behind when one of its queries fails", async () => {
    const { database } = await open();
    await expect(database.atomic([raw("create table half (x text)"), claim(database, "h")])).rejects.toThrow(
      /FOREIGN KEY/,
    );
    await expect(database.run(raw("select * from half"))).rejects.toThrow(/no such table/);
  });

  test("tells a taken key from every other fault", async () => {
    const { database } = await open();
    await database.run(raw("create table taken (x text primary key)"));
    await database.run(raw("insert into taken values ('a')"));
    await expect(database.run(raw("insert into taken values ('a')"))).rejects.toBeInstanceOf(UniqueConflict);
  });
});

describe("a database that cannot take it now", () => {
  const unavailable = { code: "storage.unavailable", retryAfterSeconds: 5 };

  test("says so while somebody else holds the write lock, and goes on when it is free", async () => {
    const { database, path } = await open();
    const other = otherConnection(path);
    other.exec("begin immediate");
    await expect(database.run(raw("create table late (x text)"))).rejects.toMatchObject(unavailable);
    await expect(database.atomic([raw("create table late (x text)")])).rejects.toMatchObject(unavailable);
    await expect(database.ready()).rejects.toMatchObject(unavailable);
    other.exec("rollback");
    await database.atomic([raw("create table late (x text)")]);
    await database.ready();
  });

  test("says so when the disk is full, stays whole, and goes on when there is room", async () => {
    const { database } = await open();
    await database.run(raw("create table filler (bytes blob)"));
    const [size] = await database.run(raw<{ page_count: number }>("pragma page_count"));
    await database.run(raw(`pragma max_page_count = ${size?.page_count}`));
    const fill = raw("insert into filler values (randomblob(100000))");
    await expect(database.atomic([fill])).rejects.toMatchObject(unavailable);
    await database.run(raw("pragma max_page_count = 100000"));
    await database.atomic([fill]);
    expect(await database.run(raw("pragma integrity_check"))).toEqual([{ integrity_check: "ok" }]);
  });

  test("says so after it was closed", async () => {
    const { database } = await open();
    await database.close();
    await expect(database.run(raw("select 1"))).rejects.toMatchObject(unavailable);
    await expect(database.ready()).rejects.toMatchObject(unavailable);
  });
});
