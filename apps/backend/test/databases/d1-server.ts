import { readFileSync, readdirSync } from "node:fs";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { z } from "zod";
import type { D1Binding, D1Statement } from "../../src/database/d1-database.ts";

/** D1 as it is in workerd. The statements of a test are executed by a Worker there: each call is one request. */
export interface D1Server {
  /** The binding of one of its databases, empty or as the last one left it. */
  database(name: D1Name): D1Binding;
  stop(): Promise<void>;
}

export const d1Names = ["first", "second", "third"] as const;
export type D1Name = (typeof d1Names)[number];

const Answer = z.union([z.array(z.object({ results: z.array(z.unknown()) })), z.object({ error: z.string() })]);

interface Sent {
  sql: string;
  values: unknown[];
}

const worker = `export default {
  async fetch(request, env) {
    const { database, statements } = await request.json();
    const db = env[database];
    const prepared = statements.map(({ sql, values }) => db.prepare(sql).bind(...values));
    try {
      return Response.json(prepared.length === 1 ? [await prepared[0].all()] : await db.batch(prepared));
    } catch (error) {
      return Response.json({ error: error.message }, { status: 500 });
    }
  },
};`;

export async function startD1Server(): Promise<D1Server> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: worker,
      compatibilityDate: "2026-04-01",
      d1Databases: [...d1Names],
    }),
  );
  const address = await miniflare.ready;

  async function send(database: D1Name, statements: Sent[]): Promise<{ results: unknown[] }[]> {
    const response = await fetch(address, { method: "POST", body: JSON.stringify({ database, statements }) });
    const answer = Answer.parse(await response.json());
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  }

  return {
    database(name) {
      const sent = new WeakMap<D1Statement, Sent>();
      const prepare = (sql: string, values: unknown[] = []): D1Statement => {
        const statement: D1Statement = {
          bind: (...bound) => prepare(sql, bound),
          all: async () => (await send(name, [{ sql, values }]))[0] ?? { results: [] },
        };
        sent.set(statement, { sql, values });
        return statement;
      };
      return {
        prepare,
        batch: (statements) =>
          send(
            name,
            statements.flatMap((statement) => sent.get(statement) ?? []),
          ),
      };
    },
    stop: () => miniflare.dispose(),
  };
}

/** What `wrangler d1 migrations apply` does. */
export async function applyD1Migrations(binding: D1Binding): Promise<void> {
  const folder = new URL("../../migrations/d1/", import.meta.url);
  await binding.prepare("create table if not exists d1_migrations (id integer primary key, name text unique)").all();
  for (const file of readdirSync(folder).toSorted()) {
    const statements = readFileSync(new URL(file, folder), "utf8").split(";\n").filter(Boolean);
    const note = binding.prepare("insert into d1_migrations (name) values (?)").bind(file);
    await binding.batch([...statements.map((statement) => binding.prepare(statement)), note]);
  }
}
