import { afterEach, describe, expect, test } from "vitest";
import { UniqueConflict, type Database } from "../../src/database/database.ts";
import type { ForeignLead } from "../../src/notifications/foreign-leads.store.ts";
import { createNotificationsStore, type Arrival } from "../../src/notifications/notifications.store.ts";
import { createOwnLeadsStore } from "../../src/notifications/own-leads.store.ts";
import { createWebhookSettingsStore } from "../../src/notifications/webhook-settings.store.ts";
import { openDeskOn } from "./open-desk-on.ts";
import { databaseKinds, openTestDatabase } from "./open-test-database.ts";

const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
});

let drawn = 0;

function arrival(change: Partial<Arrival> = {}): Arrival {
  drawn += 1;
  return {
    id: `notification_${drawn}`,
    brokerId: "demo",
    environment: "sandbox",
    pointer: "one",
    type: "leads",
    resourceId: "alead-1",
    href: "https://sandbox.avinode.com/api/leads/alead-1",
    body: '{"note":"עברית \\u0000 👩‍👧"}',
    isFollowed: true,
    reason: null,
    nonce: null,
    ...change,
  };
}

const foreignLead: ForeignLead = {
  id: "foreign_1",
  marketplace_id: "alead-1",
  trip_id: null,
  client_identifier: null,
  name: "Ann",
  email: null,
  phone: null,
  body: "{}",
  fingerprint: "of-alead-1",
};

describe.each(databaseKinds)("notifications on %s", (kind) => {
  async function open() {
    let now = Date.parse("2026-12-01T10:00:00Z");
    const database = await openTestDatabase(kind, { now: () => now });
    databases.push(database);
    const store = createNotificationsStore(database);
    const { build, run } = database;
    return {
      database,
      store,
      advance: (ms: number) => void (now += ms),
      claim: (id: string, busyBrokers: string[] = []) => {
        const lease = { id, until: new Date(now + 60_000).toISOString() };
        return store.claim({ environment: "sandbox", lease, busyBrokers });
      },
      rows: () => run(build.selectFrom("notifications").selectAll().orderBy("broker_id").orderBy("pointer")),
      foreign: () => run(build.selectFrom("foreign_leads").selectAll().orderBy("broker_id")),
    };
  }

  test("that come at once are counted one by one", async () => {
    const { store, rows } = await open();
    await Promise.all(Array.from({ length: 50 }, () => store.save(arrival())));
    expect(await rows()).toEqual([expect.objectContaining({ seen: 50, done: 0, body: arrival().body })]);
  });

  test("that were signed are taken once, and a refused one counts for nothing", async () => {
    const { store, rows } = await open();
    const nonce = { hash: "a", expiresAt: "2026-12-01T10:05:00.000Z" };
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => store.save(arrival({ nonce }))));
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.map((error) => error instanceof UniqueConflict)).toEqual(Array.from({ length: 9 }, () => true));
    expect((await rows()).map(({ seen }) => seen)).toEqual([1]);
  });

  test("are claimed once, by who comes first, oldest first, and of nobody who is busy", async () => {
    const { store, advance, claim } = await open();
    await store.save(arrival({ pointer: "b" }));
    advance(10);
    await store.save(arrival({ pointer: "a" }));
    await store.save(arrival({ pointer: "c", brokerId: "second" }));
    await store.save(arrival({ pointer: "d", environment: "live" }));
    await store.save(arrival({ pointer: "e", isFollowed: false }));
    expect(await claim("too soon")).toBeUndefined();
    advance(1000);
    expect((await claim("first"))?.pointer).toBe("b");
    expect((await claim("second", ["demo"]))?.pointer).toBe("c");
    const [one, other] = await Promise.all([claim("third"), claim("fourth")]);
    expect([one?.pointer, other?.pointer].filter(Boolean)).toEqual(["a"]);
    expect(await claim("fifth")).toBeUndefined();
    expect(await store.nextDueAt({ environment: "sandbox", busyBrokers: [] })).toBe("2026-12-01T10:01:01.010Z");
    expect(await store.nextDueAt({ environment: "sandbox", busyBrokers: ["demo", "second"] })).toBeNull();
  });

  test("end as far as they had come when they were claimed, together with what was read", async () => {
    const { store, advance, claim, rows, foreign } = await open();
    await store.save(arrival());
    await store.save(arrival());
    advance(1000);
    const claimed = await claim("mine");
    if (!claimed) throw new Error("nothing was claimed");
    await store.save(arrival());
    expect(await store.finish(claimed, { reason: "from-elsewhere", foreignLead })).toBe(true);
    expect(await store.finish(claimed, { reason: "again", foreignLead: { ...foreignLead, name: "Other" } })).toBe(
      false,
    );
    expect(await rows()).toEqual([
      expect.objectContaining({ seen: 3, done: 2, next_at: "2026-12-01T10:00:02.000Z", reason: "from-elsewhere" }),
    ]);
    advance(1000);
    const again = await claim("mine again");
    if (!again) throw new Error("nothing was claimed");
    const changed = { ...foreignLead, id: "foreign_2", name: "Ann B.", email: "ann@elsewhere.example" };
    expect(await store.finish(again, { reason: "from-elsewhere", foreignLead: changed })).toBe(true);
    expect((await rows()).map(({ done, next_at, lease }) => [done, next_at, lease])).toEqual([[3, null, null]]);
    expect(await foreign()).toEqual([
      expect.objectContaining({ ...changed, id: "foreign_1", first_read_at: "2026-12-01T10:00:01.000Z" }),
    ]);
  });

  test("whose lease has passed on change nothing any more", async () => {
    const { store, advance, claim, rows, foreign } = await open();
    await store.save(arrival());
    advance(1000);
    const late = await claim("late");
    advance(61_000);
    const next = await claim("next");
    if (!late || !next) throw new Error("nothing was claimed");
    expect(await store.finish(late, { reason: "late", foreignLead })).toBe(false);
    expect(await store.postpone(late, { until: "2026-12-31", reason: "late", attempts: 9 })).toBe(false);
    expect([await foreign(), (await rows()).map(({ lease, done }) => [lease, done])]).toEqual([[], [["next", 0]]]);
    expect(await store.postpone(next, { until: "2026-12-01T11:00:00.000Z", reason: "later", attempts: 1 })).toBe(true);
    await store.save(arrival());
    expect((await rows()).map(({ next_at, attempts, seen }) => [next_at, attempts, seen])).toEqual([
      ["2026-12-01T11:00:00.000Z", 1, 2],
    ]);
  });

  test("are held back together for one broker", async () => {
    const { store, rows } = await open();
    for (const pointer of ["a", "b"]) await store.save(arrival({ pointer }));
    await store.save(arrival({ brokerId: "second" }));
    await store.holdBack({ brokerId: "demo", environment: "sandbox" }, "2026-12-01T11:00:00.000Z");
    expect((await rows()).map(({ next_at }) => next_at)).toEqual([
      "2026-12-01T11:00:00.000Z",
      "2026-12-01T11:00:00.000Z",
      "2026-12-01T10:00:01.000Z",
    ]);
  });

  test("know our own leads by their word, and those of no other broker", async () => {
    const desk = await openDeskOn(kind);
    databases.push(desk.database);
    await desk.submit(desk.request());
    const { build, run } = desk.database;
    const [lead] = await run(build.selectFrom("leads").select("client_identifier"));
    const own = createOwnLeadsStore(desk.database);
    const word = lead?.client_identifier ?? "";
    expect(await own.find({ brokerId: "demo", environment: "sandbox" }, word)).toEqual({
      state: "accepted",
      leaseUntil: null,
    });
    expect(await own.find({ brokerId: "second", environment: "sandbox" }, word)).toBeUndefined();
    expect(await own.find({ brokerId: "demo", environment: "live" }, word)).toBeUndefined();
  });

  test("and what is set up for them is kept for each broker", async () => {
    const { database } = await open();
    const settings = createWebhookSettingsStore(database);
    const scope = { brokerId: "demo", environment: "sandbox" };
    expect(await settings.find(scope)).toBeUndefined();
    for (const id of ["whs-1", "whs-2"]) await settings.keep(scope, { id, fingerprint: id, checkedAt: "2026" });
    expect(await settings.find(scope)).toEqual({ id: "whs-2", fingerprint: "whs-2", checkedAt: "2026" });
    expect(await settings.find({ ...scope, environment: "live" })).toBeUndefined();
  });
});
