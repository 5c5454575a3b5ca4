import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimDelivery } from "../src/deliveries/claim-delivery.ts";
import type { Outcome } from "../src/deliveries/outcome.ts";
import type { DeliveriesTable } from "../src/deliveries/deliveries.table.ts";
import { deliverDue } from "../src/deliveries/deliver-due.ts";
import { deliverLead } from "../src/deliveries/deliver-lead.ts";
import type { Database } from "../src/database/database.ts";
import { emptyEveryTable } from "./databases/every-row.ts";
import { databaseKinds, openTestDatabase } from "./databases/open-test-database.ts";
import { cells, endless, refused } from "./faults/upstream-faults.ts";
import { openFaultyMarketplace, type FaultyMarketplace } from "./faulty-marketplace.ts";
import { openLeadDesk, type LeadDesk } from "./lead-desk.ts";
import { refuse } from "./marketplace-ledger.ts";

let marketplace: FaultyMarketplace;
let desk: LeadDesk;

async function delivery(): Promise<DeliveriesTable> {
  const query = desk.database.build.selectFrom("deliveries").selectAll().where("channel", "=", "marketplace");
  const [row] = await desk.database.run(query);
  if (!row) throw new Error("there is a delivery");
  return row;
}

/** One try of the delivery that is due. */
async function tryOnce(): Promise<DeliveriesTable> {
  const claimed = await claimDelivery(desk);
  if (!claimed) throw new Error("it is due");
  await deliverLead(desk, claimed);
  return delivery();
}

describe.each(databaseKinds)("R10: what comes back from POST /leads leads to its state, on %s", (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(kind, { now: () => desk.clock.now() });
  });
  beforeEach(async () => {
    marketplace = await openFaultyMarketplace();
    desk = await openLeadDesk({ database, marketplace: (clock, id) => marketplace.clientOf(clock, id) });
  });
  afterEach(async () => {
    await emptyEveryTable(database);
    await marketplace.close();
  });
  afterAll(() => database.close());

  test.each(cells)("%s, and then to one lead", async (name, fault, state, reason) => {
    await desk.submit(desk.request());
    marketplace.fault = fault;
    const { marketplace: patient } = desk.broker;
    if (endless.has(name)) {
      desk.broker.marketplace = marketplace.clientOf(desk.clock, "demo", { timeoutMs: { "leads.create": 150 } });
    }
    const after = await tryOnce();
    desk.broker.marketplace = patient;
    expect(after).toMatchObject({ state, reason, lease: null, generation: 1 });
    await expectTrail(["accepted", "sending", state]);

    marketplace.fault = null;
    for (let round = 0; round < 4; round += 1) {
      desk.advance(3_600_000);
      await deliverDue(desk);
    }
    const end = await delivery();
    if (state === "manual") return expect(end).toMatchObject({ state, next_at: null });
    expect(["delivered", "enriched"]).toContain(end.state);
    expect(marketplace.ledger.leads).toHaveLength(1);
    const identifiers = new Set(marketplace.ledger.posts().map(({ clientIdentifier }) => clientIdentifier));
    expect(identifiers.size).toBe(1);
    expect(JSON.stringify(desk.logged)).not.toMatch(/CANARY|jo@example|Jo Smith|asearch-/);
  });

  test("a request without options goes to the broker's systems whatever the marketplace does, and to them once", async () => {
    marketplace.fault = refused(500);
    const answers: Outcome[] = [
      { state: "deferred", reason: "unsent", wait: "backoff", counts: true },
      { state: "unknown", reason: "http-500", wait: "backoff", counts: true },
      { state: "delivered", reason: null },
    ];
    const pushed: string[] = [];
    desk.broker.crm = [{ push: async ({ id }) => (pushed.push(id), answers[pushed.length - 1]!) }];
    await desk.submit(desk.ask());
    const seen: string[] = [];
    const { build } = database;
    for (let round = 0; round < 5; round += 1) {
      await deliverDue(desk);
      const rows = await database.run(build.selectFrom("deliveries").select(["channel", "state"]).orderBy("channel"));
      seen.push(rows.map(({ channel, state }) => `${channel} ${state}`).join());
      desk.advance(3_600_000);
    }
    expect(seen[0]).toBe("crm:0 deferred");
    expect(seen[1]).toContain("crm:0 unknown");
    expect(seen.slice(2).every((state) => state.includes("crm:0 delivered"))).toBe(true);
    expect(new Set(pushed).size).toBe(1);
    expect(pushed).toHaveLength(3);
    expect(marketplace.ledger.posts()).toEqual([]);
  });

  test("there are more than thirty of them", () => expect(cells.length).toBeGreaterThan(30));

  test("no connection: surely not sent, so it is deferred", async () => {
    await desk.submit(desk.request());
    const closed = await openFaultyMarketplace();
    desk.broker.marketplace = closed.clientOf(desk.clock, "demo");
    await closed.close();
    expect(await tryOnce()).toMatchObject({ state: "deferred", reason: "unsent", attempts: 1 });
  });

  test("R14: a 400 for our clock is sent once more at once, with the time that was learned", async () => {
    await desk.submit(desk.request());
    const ahead = 600_000;
    marketplace.date = () => new Date(desk.clock.now() + ahead).toUTCString();
    let calls = 0;
    marketplace.fault = ({ handle, send }) => {
      calls += 1;
      send(calls === 1 ? refuse(400, { code: "ERR_INPUT_GENERIC_INVALID" }) : handle());
    };
    expect(await tryOnce()).toMatchObject({ state: "enriched", attempts: 1 });
    expect(calls).toBe(2);
  });

  test("a clock that stays wrong is deferred and not looped on", async () => {
    await desk.submit(desk.request());
    marketplace.date = () => new Date(desk.clock.now() + 600_000).toUTCString();
    let calls = 0;
    marketplace.fault = (call) => {
      calls += 1;
      refused(400, {}, { code: "ERR_INPUT_GENERIC_INVALID" })(call);
    };
    expect(await tryOnce()).toMatchObject({ state: "deferred", reason: "clock-refused" });
    expect(calls).toBe(2);
  });
});

async function expectTrail(states: string[]): Promise<void> {
  const { id } = await delivery();
  const trail = await desk.unclaimed.eventsOf({ brokerId: "demo", environment: "sandbox" }, id);
  expect(trail.map((event) => event.state)).toEqual(states);
}
