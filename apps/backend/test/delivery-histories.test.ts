import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimDelivery } from "../src/deliveries/claim-delivery.ts";
import { deliverDue } from "../src/deliveries/deliver-due.ts";
import { deliverLead } from "../src/deliveries/deliver-lead.ts";
import { deliveryStates } from "../src/deliveries/delivery-state.ts";
import { sweepDeliveries } from "../src/deliveries/sweep-deliveries.ts";
import type { Database } from "../src/database/database.ts";
import { emptyEveryTable } from "./databases/every-row.ts";
import { databaseKinds, openTestDatabase } from "./databases/open-test-database.ts";
import { everyFault, refusals, step, type Step } from "./delivery-steps.ts";
import { createLedgerClient } from "./ledger-client.ts";
import { createMarketplaceLedger, type LedgerAnswer, type MarketplaceLedger } from "./marketplace-ledger.ts";
import { openLeadDesk, type LeadDesk } from "./lead-desk.ts";

const hour = 3_600_000;
/** Of each hundred histories, how many are tried on PostgreSQL and D1 as well; 100 for the long form. */
const share = Number(process.env["LIFTLINE_HISTORIES_SHARE"] ?? 5);

/** A database that many histories happen on, one after the other. */
interface Ground {
  database: Database;
  time: { now(): number };
}

/** A desk, its marketplace, and what goes wrong next. */
class History {
  private openedAt = 0;
  readonly ledger: MarketplaceLedger = createMarketplaceLedger();
  desk!: LeadDesk;
  accepted = 0;
  private resets = 0;
  /** Whether anybody said a definite no, or so much time passed that a person took over. */
  mayNeedPerson = false;
  private readonly pending: { fault: string; when: string; times: number }[] = [];

  /** On an empty database, which goes by the time of its newest history. */
  static async open({ database, time }: Ground): Promise<History> {
    const history = new History();
    history.desk = await openLeadDesk({
      database,
      others: ["second"],
      marketplace: (clock, token) =>
        createLedgerClient({
          ledger: history.ledger,
          token,
          clock,
          before: () => history.meet("before"),
          after: () => history.meet("after"),
        }),
    });
    time.now = () => history.desk.clock.now();
    history.openedAt = history.desk.clock.now();
    return history;
  }

  private meet(when: string): LedgerAnswer | undefined {
    const next = this.pending[0];
    if (!next || next.when !== when) return undefined;
    next.times -= 1;
    if (next.times === 0) this.pending.shift();
    return everyFault[next.fault]?.();
  }

  async take(next: Step): Promise<void> {
    const { desk } = this;
    switch (next.do) {
      case "submit": {
        const broker = desk.brokers.findById(next.broker);
        if (!broker) throw new Error("it is configured");
        this.accepted += 1;
        await desk.submit(desk.request({ sealedFor: broker, choose: [this.accepted % 3] }), { broker });
        return;
      }
      case "deliver":
        return void (await deliverDue(desk).catch(() => undefined));
      case "pass":
      case "jump":
        return desk.advance(next.ms);
      case "fault":
        this.mayNeedPerson ||= next.fault in refusals;
        return void this.pending.push({ ...next });
      case "die":
        return this.die(next);
      case "freeze":
        return this.freeze();
      case "loseNote":
        return this.loseNote(next.isKept);
      case "forget": {
        // A reset: whoever sends for one of these searches from now on finds that nobody knows it.
        for (const { searchId = "" } of await this.bodies()) this.ledger.forgotten.add(searchId);
        this.resets += 1;
        this.mayNeedPerson ||= this.resets > 2;
        return;
      }
      case "confirm": {
        const [lead] = this.ledger.leads;
        if (!lead) return;
        const scope = { brokerId: lead.token, environment: "sandbox" };
        const word = { externalId: lead.id, sellers: null, answer: "{}" };
        return void (await desk.unclaimed.confirm(scope, lead.body.clientIdentifier, word));
      }
      case "replaceCredentials": {
        const { findById } = desk.brokers;
        const credentialsVersion = crypto.randomUUID();
        desk.brokers = { findById: (id) => ({ ...(findById(id) ?? desk.broker), credentialsVersion }) };
        return;
      }
    }
  }

  async bodies(): Promise<AvinodeLeadRequest[]> {
    const { database } = this.desk;
    const query = database.build.selectFrom("deliveries").select("body").where("channel", "=", "marketplace");
    return (await database.run(query)).map(({ body }): AvinodeLeadRequest => JSON.parse(body));
  }

  /** A process that is killed somewhere between its claim and its note. */
  private async die({ hasOpened, hasSent }: { hasOpened: boolean; hasSent: boolean }): Promise<void> {
    const claimed = await claimDelivery(this.desk);
    if (!claimed || claimed.state !== "sending" || !hasOpened) return;
    await this.desk.deliveries.openAttempt(claimed, `attempt-${crypto.randomUUID()}`);
    const broker = this.desk.brokers.findById(claimed.broker_id);
    if (hasSent && broker) await broker.marketplace.leads.create(JSON.parse(claimed.body)).catch(() => undefined);
  }

  /** Frozen between claim and send for longer than its lease, while another one works. */
  private async freeze(): Promise<void> {
    const claimed = await claimDelivery(this.desk);
    if (!claimed) return;
    this.desk.advance(90_000);
    await deliverDue(this.desk).catch(() => undefined);
    await deliverLead(this.desk, claimed).catch(() => undefined);
  }

  /** The next note fails, twice, so that nobody learns of it; kept or not. */
  private async loseNote(isKept: boolean): Promise<void> {
    const { deliveries } = this.desk;
    let failures = 2;
    this.desk.deliveries = {
      ...deliveries,
      async settle(...args) {
        if (failures-- <= 0) return deliveries.settle(...args);
        if (isKept) await deliveries.settle(...args);
        throw new Error("lost");
      },
    };
    await deliverDue(this.desk).catch(() => undefined);
    this.desk.deliveries = deliveries;
  }

  /** Everything works again, and time passes. */
  async heal(): Promise<void> {
    this.pending.length = 0;
    for (let round = 0; round < 14; round += 1) {
      this.desk.advance(2 * hour);
      await deliverDue(this.desk);
    }
    this.mayNeedPerson ||= this.desk.clock.now() - this.openedAt > 72 * hour;
  }
}

describe.each(databaseKinds)("on %s", (kind) => {
  const time = { now: () => 0 };
  let ground: Ground;
  beforeAll(async () => {
    ground = { time, database: await openTestDatabase(kind, { now: () => time.now() }) };
  });
  afterAll(() => ground.database.close());

  /** Tries many histories; the others' statements are asked for over a wire. */
  async function tryMany(of: { maxLength: number; runs: number }, check: (history: History, steps: Step[]) => unknown) {
    const steps = fc.array(step, { minLength: 5, maxLength: of.maxLength });
    const numRuns = kind === "sqlite" ? of.runs : Math.ceil((of.runs * share) / 100);
    await fc.assert(
      fc
        .asyncProperty(steps, async (taken) => void (await check(await History.open(ground), taken)))
        .afterEach(() => emptyEveryTable(ground.database)),
      { numRuns },
    );
  }

  test("R19, R20: whatever fails, dies, freezes or jumps: every accepted lead is at the marketplace once, or a person's", async () => {
    await tryMany({ maxLength: 40, runs: 150 }, async (history, steps) => {
      for (const next of steps) {
        await history.take(next);
        await expectConservation(history);
      }
      await history.heal();
      await expectConservation(history);
      await expectOneEach(history);
    });
  }, 600_000);

  test("a person's after 72 hours, whatever was going on", async () => {
    await tryMany({ maxLength: 25, runs: 50 }, async (history, steps) => {
      for (const next of steps) await history.take(next);
      history.desk.advance(80 * hour);
      await sweepDeliveries(history.desk);
      const open = (await rows(history)).filter(({ next_at, state }) => next_at !== null && state !== "delivered");
      expect(open).toEqual([]);
      await expectConservation(history);
    });
  }, 600_000);
});

function rows({ desk }: History) {
  return desk.database.run(
    desk.database.build.selectFrom("deliveries").selectAll().where("channel", "=", "marketplace"),
  );
}

/** I1, I3: no delivery disappears, none is in two states, and its trail says how it came there, without a gap. */
async function expectConservation(history: History): Promise<void> {
  const { database } = history.desk;
  const deliveries = await rows(history);
  expect(deliveries).toHaveLength(history.accepted);
  const events = await database.run(database.build.selectFrom("delivery_events").selectAll().orderBy("sequence"));
  const trails = Map.groupBy(events, ({ delivery_id }) => delivery_id);
  for (const { id, state, sequence } of deliveries) {
    expect(deliveryStates).toContain(state);
    const trail = trails.get(id) ?? [];
    expect(trail.map((event) => event.sequence)).toEqual(Array.from({ length: sequence + 1 }, (_, index) => index));
    expect(trail.at(-1)?.state).toBe(state);
  }
}

async function expectOneEach(history: History): Promise<void> {
  const { ledger } = history;
  const identifiers = ledger.leads.map(({ body }) => body.clientIdentifier);
  const searches = ledger.leads.map(({ token, body }) => `${token} ${body.searchId}`);
  expect(new Set(identifiers).size).toBe(identifiers.length);
  expect(new Set(searches).size).toBe(searches.length);
  // I4: one identifier for each lead, and one body for each search of it.
  const posts = ledger.calls.filter(({ method, path }) => method === "POST" && path === "/leads");
  const bodies = Map.groupBy(posts, ({ body }) => {
    const { clientIdentifier, searchId }: AvinodeLeadRequest = JSON.parse(body);
    return `${clientIdentifier} ${searchId}`;
  });
  for (const sent of bodies.values()) expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  for (const { id, lead_id, state, body } of await rows(history)) {
    const { clientIdentifier }: AvinodeLeadRequest = JSON.parse(body);
    const isThere = identifiers.includes(clientIdentifier);
    if (state === "delivered" || state === "enriched") expect({ id, isThere }).toEqual({ id, isThere: true });
    else
      expect({ lead_id, state, isAllowed: history.mayNeedPerson }).toEqual({
        lead_id,
        state: "manual",
        isAllowed: true,
      });
  }
}
