import { createHash } from "node:crypto";
import { CompiledQuery } from "kysely";
import { AvinodeError, type AvinodeFailure } from "@liftline/api-client/avinode";
import type { LeadRequest } from "@liftline/schema";
import { deliverDue } from "../../src/deliveries/deliver-due.ts";
import { DomainError } from "../../src/domain-error.ts";
import type { LeadDesk } from "../lead-desk.ts";
import { claimAny } from "./claim-any.ts";

type Claimed = NonNullable<Awaited<ReturnType<typeof claimAny>>>;

/** One database with all that was ever claimed of it, and what may be done to it. Every answer is part of the history. */
export interface Teller {
  submit(lead: LeadRequest, key: string): Promise<string>;
  /** Tries all that is due; the marketplace answers as told. */
  deliver(answer: AvinodeFailure | "taken"): Promise<string>;
  /** A worker that takes one and goes no further for now. */
  claim(): Promise<string>;
  /** The `which`-th of all that were ever taken goes on, though somebody else may have it by now. */
  openAttempt(which: number): Promise<string>;
  settle(which: number, how: "delivered" | "deferred" | "manual"): Promise<string>;
  advance(ms: number): void;
  /** Every row of those tables. */
  tables(names: string[]): Promise<Record<string, unknown[]>>;
}

export function createTeller(desk: LeadDesk): Teller {
  const claimed: Claimed[] = [];
  const at = (which: number) => claimed[which % Math.max(1, claimed.length)];
  desk.randomness.bytes = countingBytes();
  return {
    submit: (lead, key) => told(async () => JSON.stringify(await desk.submit(lead, { key }))),
    deliver: (answer) =>
      told(async () => {
        desk.ledger.onCall = () => {
          if (answer !== "taken") throw failure(answer);
        };
        const before = desk.ledger.calls.length;
        const tried = await deliverDue(desk);
        return `${tried} tried, ${desk.ledger.calls.length - before} sent, ${desk.ledger.leads.size} there`;
      }),
    claim: () =>
      told(async () => {
        const claim = await claimAny(desk);
        if (claim) claimed.push(claim);
        return JSON.stringify(claim);
      }),
    openAttempt: (which) =>
      told(async () => {
        const delivery = at(which);
        return delivery
          ? `opened ${await desk.deliveries.openAttempt(delivery, attemptOf(delivery))}`
          : "nothing taken";
      }),
    settle: (which, how) =>
      told(async () => {
        const delivery = at(which);
        if (!delivery) return "nothing taken";
        const nextAt = how === "deferred" ? new Date(desk.clock.now() + 5000).toISOString() : null;
        const outcome = { state: how, reason: how, attempts: delivery.attempts, nextAt };
        return `settled ${await desk.deliveries.settle(delivery, { attemptId: attemptOf(delivery), ...outcome })}`;
      }),
    advance: (ms) => desk.advance(ms),
    tables: (names) => readTables(desk, names),
  };
}

/** An attempt of a claim, the same whenever it goes on. */
function attemptOf({ lease }: Claimed): string {
  return `attempt_of_${lease}`;
}

function failure(reason: AvinodeFailure): AvinodeError {
  const effect = reason === "ambiguous" ? "unknown" : "none";
  return new AvinodeError({ operation: "leads.create", reason, sent: true, effect });
}

/** What the caller saw: an answer, or the name of a refusal. A fault that is neither is a fault of the test's. */
async function told(tell: () => Promise<string>): Promise<string> {
  try {
    return await tell();
  } catch (error) {
    if (error instanceof DomainError) return `refused: ${error.code}`;
    if (error instanceof Error && error.name === "UniqueConflict") return "conflict";
    throw error;
  }
}

/** Bytes that look random and are the same for each database: ids, references and waits are then the same as well. */
function countingBytes(): (length: number) => Uint8Array<ArrayBuffer> {
  let drawn = 0;
  return (length) => {
    drawn += 1;
    const digest = createHash("shake256", { outputLength: length }).update(String(drawn)).digest();
    return new Uint8Array(digest);
  };
}

/** Every table in the order it was made: none refers to a later one. */
export async function readTableNames({ database }: LeadDesk): Promise<string[]> {
  const ours = `select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'`;
  const rows = await database.run<{ name: string }>({ compile: () => CompiledQuery.raw(`${ours} order by rowid`) });
  return rows.map(({ name }) => name);
}

async function readTables({ database }: LeadDesk, names: string[]): Promise<Record<string, unknown[]>> {
  const read = names.map(async (table) => {
    const rows = await database.run({ compile: () => CompiledQuery.raw(`select * from ${table}`) });
    return [table, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

export async function emptyTables({ database }: LeadDesk, names: string[]): Promise<void> {
  const queries = names.toReversed().map((table) => ({ compile: () => CompiledQuery.raw(`delete from ${table}`) }));
  await database.atomic(queries);
}
