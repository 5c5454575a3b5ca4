import type { Compilable, QueryCreator } from "kysely";
import type { Clock } from "../clock.ts";
import type { Tables } from "./tables.ts";

/** The rows of each query, in the order of the queries. */
export type RowsOf<Queries extends readonly Compilable[]> = {
  [Index in keyof Queries]: Queries[Index] extends Compilable<infer Row> ? Row[] : never;
};

/**
 * The store port. There is no interactive transaction, because D1 has none: what belongs together is one statement or one
 * `atomic` batch, on every database alike (decision 4).
 */
export interface Database {
  /** Builds queries; `run` and `atomic` execute them. */
  readonly build: QueryCreator<Tables>;
  /** Whether other processes are meant to work on it too: then what they share, such as call budgets, stands in it. */
  readonly isShared: boolean;
  /** The time that leases and schedules are measured by (`reliability.md` §4, I8). */
  readonly clock: Clock;
  /** Executes one query. Throws `storage.unavailable` where the database cannot take it now. */
  run<Row>(query: Compilable<Row>): Promise<Row[]>;
  /** Executes all queries or none. Throws `UniqueConflict` where a row of the same key was there first. */
  atomic<const Queries extends readonly Compilable[]>(queries: Queries): Promise<RowsOf<Queries>>;
  /** Resolves where a write could start now; throws `storage.unavailable` otherwise. */
  ready(): Promise<void>;
  /** What was deleted or overwritten leaves the files as well, as far as this database can do that. May run at any time. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else's row has the key already: read it and answer with it. */
export class UniqueConflict extends Error {
  override name = "UniqueConflict";
}
