import { CompiledQuery, type Compilable } from "kysely";
import { afterEach, describe, expect, test, vi } from "vitest";
import { UniqueConflict } from "../../src/database/database.ts";
import { claimAny } from "./claim-any.ts";
import { deliverDue } from "../../src/deliveries/deliver-due.ts";
import type { LeadDesk } from "../lead-desk.ts";
import { openDeskOn } from "./open-desk-on.ts";
import { databaseKinds } from "./open-test-database.ts";

// Servers of their own on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const desks: LeadDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.database.close();
});

function raw<Row>(text: string): Compilable<Row> {
  return { compile: () => CompiledQuery.raw(text) };
}

async function countLeads({ database }: LeadDesk): Promise<unknown> {
  const tables = ["leads", "lead_contacts", "lead_options", "lead_keys", "search_claims"];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  return (await database.run(raw(`select ${counts.join(", ")}`)))[0];
}

const one = { leads: 1, lead_contacts: 1, lead_options: 1, lead_keys: 1, search_claims: 1 };
const none = { leads: 0, lead_contacts: 0, lead_options: 0, lead_keys: 0, search_claims: 0 };

describe.each(databaseKinds)("on %s", (kind) => {
  async function openDesk(): Promise<LeadDesk> {
    const desk = await openDeskOn(kind);
    desks.push(desk);
    return desk;
  }

  test("R20: fifty equal requests at once are one lead and fifty equal answers", async () => {
    const desk = await openDesk();
    const lead = desk.request();
    const receipts = await Promise.all(Array.from({ length: 50 }, () => desk.submit(lead, { key: "the-same-key" })));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await countLeads(desk)).toEqual(one);
  });

  test("R19: of twenty requests from one search at once one is taken, and nothing is left of the others", async () => {
    const desk = await openDesk();
    const requests = Array.from({ length: 20 }, () => desk.submit(desk.request({ searchId: "asearch-shared" })));
    const outcomes = await Promise.allSettled(requests);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toEqual(Array.from({ length: 19 }, () => expect.objectContaining({ code: "search.spent" })));
    expect(await countLeads(desk)).toEqual(one);
  });

  test("R9: what a visitor writes comes back as it was meant", async () => {
    const desk = await openDesk();
    const message = `'); drop table leads; -- $1 ? \\ "x" עברית \u202e 👩‍👩‍👧‍👦 %s {}`;
    await desk.submit(desk.request({ message }));
    expect(await desk.database.run(desk.database.build.selectFrom("leads").select("message"))).toEqual([{ message }]);
  });

  test("a lead of the widest choice fits into one batch", async () => {
    const desk = await openDesk();
    await desk.submit(desk.request({ choose: [0, 1, 2, 3, 4], message: "x".repeat(4000) }));
    expect(await countLeads(desk)).toEqual({ ...one, lead_options: 5 });
  });

  test("all of a batch is stored or none of it, and a taken key is told from a mistake of ours", async () => {
    const { database, ...desk } = await openDesk();
    const lead = raw("insert into search_claims values ('b', 'sandbox', 'hash', 'nobody', 'now')");
    const first = raw("insert into d1_or_any (word) values ('a')");
    await database.run(raw("create table d1_or_any (word text primary key)"));
    await expect(database.atomic([first, lead])).rejects.toThrow(/foreign key/i);
    expect(await database.run(raw("select * from d1_or_any"))).toEqual([]);
    await database.atomic([first]);
    await expect(database.atomic([first])).rejects.toBeInstanceOf(UniqueConflict);
    await expect(database.run(first)).rejects.toBeInstanceOf(UniqueConflict);
    await expect(database.run(raw("selec"))).rejects.not.toMatchObject({ code: "storage.unavailable" });
    await database.run(raw("drop table d1_or_any"));
    expect(await countLeads({ ...desk, database })).toEqual(none);
    await database.ready();
  });

  test("counts and sums are numbers, and text is ordered byte by byte", async () => {
    const { database } = await openDesk();
    await database.run(raw("create table words (word text)"));
    // The tables of the migrations compare this way; a table made by hand has to say so on PostgreSQL.
    if (kind === "postgres") await database.run(raw(`alter table words alter word type text collate "C"`));
    await database.run(raw("insert into words values ('b'), ('A'), ('a'), ('_'), ('B'), ('1')"));
    expect(await database.run(raw("select count(*) as count, sum(length(word)) as sum from words"))).toEqual([
      { count: 6, sum: 6 },
    ]);
    const rows = await database.run(raw<{ word: string }>("select word from words order by word"));
    expect(rows.map(({ word }) => word).join("")).toBe("1AB_ab");
    await database.run(raw("drop table words"));
  });

  test("of fifty claims at once each due delivery goes to one, the longest due first", async () => {
    const desk = await openDesk();
    for (let lead = 0; lead < 3; lead += 1) {
      await desk.submit(desk.request());
      desk.advance(1000);
    }
    const claims = await Promise.all(Array.from({ length: 50 }, () => claimAny(desk)));
    const claimed = claims.flatMap((claim) => claim ?? []);
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length);
    expect(claimed.length).toBeGreaterThanOrEqual(3);
    expect(await claimAny(desk)).toBeUndefined();
  });

  test("a late one cannot overwrite what another one settled", async () => {
    const desk = await openDesk();
    await desk.submit(desk.request());
    const late = await claimAny(desk);
    if (!late) throw new Error("it is due");
    expect(await desk.deliveries.openAttempt(late, "attempt_late")).toBe(true);
    desk.advance(61_000);
    await deliverDue(desk);
    const settlement = {
      attemptId: "attempt_late",
      state: "manual",
      reason: "late",
      attempts: 9,
      nextAt: null,
    } as const;
    expect(await desk.deliveries.settle(late, settlement)).toBe(false);
    const states = await desk.database.run(desk.database.build.selectFrom("deliveries").select(["state", "reason"]));
    expect(states).not.toContainEqual({ state: "manual", reason: "late" });
  });

  test("a process that died between answer and note is followed by one that sends the same again", async () => {
    const desk = await openDesk();
    await desk.submit(desk.request());
    const claimed = await claimAny(desk);
    if (!claimed) throw new Error("it is due");
    await desk.deliveries.openAttempt(claimed, "attempt_of_the_dead");
    desk.advance(61_000);
    await deliverDue(desk);
    const attempts = desk.database.build.selectFrom("delivery_attempts").select(["id", "outcome", "reason"]);
    expect(await desk.database.run(attempts)).toContainEqual({
      id: "attempt_of_the_dead",
      outcome: "unknown",
      reason: "lease-ended",
    });
    expect(desk.ledger.leads.size).toBe(1);
  });
});
