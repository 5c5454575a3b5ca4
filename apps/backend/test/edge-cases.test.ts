import { BrokerSettings } from "@liftline/schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { claimDelivery } from "../src/deliveries/claim-delivery.ts";
import type { DeliveriesTable, DeliveryEventsTable } from "../src/deliveries/deliveries.table.ts";
import { deliverDue } from "../src/deliveries/deliver-due.ts";
import { deliverLead } from "../src/deliveries/deliver-lead.ts";
import { sweepDeliveries } from "../src/deliveries/sweep-deliveries.ts";
import { createLedgerClient, reset, type LedgerClientOptions } from "./ledger-client.ts";
import { createMarketplaceLedger, refuse, type LedgerCall, type MarketplaceLedger } from "./marketplace-ledger.ts";
import { openLeadDesk, type LeadDesk } from "./lead-desk.ts";

const scope = { brokerId: "demo", environment: "sandbox" };
const minute = 60_000;
const hour = 60 * minute;

let ledger: MarketplaceLedger;
/** What goes wrong, by broker; `posts` alone of the calls. */
let before: NonNullable<LedgerClientOptions["before"]>;
let after: NonNullable<LedgerClientOptions["after"]>;
let desk: LeadDesk;

beforeEach(async () => {
  ledger = createMarketplaceLedger();
  before = () => undefined;
  after = () => undefined;
  desk = await openLeadDesk({
    others: ["second"],
    marketplace: (clock, token) =>
      createLedgerClient({ ledger, token, clock, before: (call) => before(call), after: (call) => after(call) }),
  });
});

afterEach(() => desk.database.close());

function rows(channel = "marketplace"): Promise<DeliveriesTable[]> {
  const { build } = desk.database;
  return desk.database.run(
    build.selectFrom("deliveries").selectAll().where("channel", "=", channel).orderBy("created_at"),
  );
}

async function only(): Promise<DeliveriesTable> {
  const [row, ...others] = await rows();
  if (!row || others.length > 0) throw new Error("there is one delivery");
  return row;
}

async function trail(): Promise<DeliveryEventsTable[]> {
  return desk.unclaimed.eventsOf(scope, (await only()).id);
}

/** The configuration was changed, and the host started anew. */
function setSettings(settings: z.input<typeof BrokerSettings>): void {
  const broker = { ...desk.broker, settings: BrokerSettings.parse(settings) };
  desk.brokers = { findById: () => broker };
}

async function claim() {
  const claimed = await claimDelivery(desk);
  if (!claimed) throw new Error("it is due");
  return claimed;
}

function isPost({ method, path }: LedgerCall): boolean {
  return method === "POST" && path === "/leads";
}

describe("the sixteen cases of reliability.md §4", () => {
  test("1: the lead was made, the answer was lost, and then we died: the same again, and one lead", async () => {
    await desk.submit(desk.request());
    const claimed = await claim();
    await desk.deliveries.openAttempt(claimed, "attempt_of_the_dead");
    await desk.broker.marketplace.leads.create(JSON.parse(claimed.body));
    desk.advance(minute);
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "enriched" });
    expect(ledger.leads).toHaveLength(1);
    expect(ledger.posts()[1]).toEqual(ledger.posts()[0]);
  });

  test("2: the answer came, our note was not kept: it is written again, and otherwise the same is sent again", async () => {
    await desk.submit(desk.request());
    const { deliveries } = desk;
    let failures = 1;
    desk.deliveries = {
      ...deliveries,
      settle: (...args) => (failures-- > 0 ? Promise.reject(new Error("full")) : deliveries.settle(...args)),
    };
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "enriched" });

    await desk.submit(desk.request());
    failures = 2;
    await expect(deliverDue(desk)).rejects.toThrow("full");
    desk.advance(minute);
    await deliverDue(desk);
    expect((await rows()).map(({ state }) => state)).toEqual(["enriched", "enriched"]);
    expect(ledger.leads).toHaveLength(2);
  });

  test("2: a note that was kept, but not acknowledged, is not doubled", async () => {
    await desk.submit(desk.request());
    const { deliveries } = desk;
    let failures = 1;
    desk.deliveries = {
      ...deliveries,
      async settle(...args) {
        const settled = await deliveries.settle(...args);
        if (failures-- > 0) throw new Error("lost after it was applied");
        return settled;
      },
    };
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "enriched", attempts: 1 });
    expect((await trail()).map(({ state }) => state)).toEqual(["accepted", "sending", "enriched"]);
  });

  test("3: of two at one delivery the one that was frozen for 90 s overwrites nothing", async () => {
    await desk.submit(desk.request());
    const late = await claim();
    let isFrozen = true;
    before = async (call) => {
      if (!isFrozen || !isPost(call)) return undefined;
      isFrozen = false;
      desk.advance(90_000);
      await deliverDue(desk);
      return refuse(422, { code: "LIFT_INVALID" });
    };
    await deliverLead(desk, late);
    expect(await only()).toMatchObject({ state: "enriched", reason: null });
    expect(desk.logged.map(({ event }) => event)).toContain("delivery.overtaken");
    expect((await trail()).map(({ state }) => state)).toEqual(["accepted", "sending", "sending", "enriched"]);
  });

  test("4, 5: R19: a search that was spent makes no second lead, whoever asks", async () => {
    await desk.submit(desk.request({ searchId: "asearch-1" }));
    const again = desk.submit(desk.request({ searchId: "asearch-1", choose: [1] }));
    await expect(again).rejects.toMatchObject({ code: "search.spent" });
    await deliverDue(desk);
    expect(ledger.leads).toHaveLength(1);
  });

  test("6: the marketplace's own word that it has the lead settles it, without a repeat", async () => {
    await desk.submit(desk.request());
    after = (call) => (isPost(call) ? reset() : undefined);
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "unknown" });
    const { clientIdentifier = "" } = ledger.posts()[0] ?? {};
    const word = { externalId: "alead-1", sellers: null, answer: "{}" };
    expect(await desk.unclaimed.confirm({ ...scope, brokerId: "second" }, clientIdentifier, word)).toBe(false);
    expect(await desk.unclaimed.confirm(scope, clientIdentifier, word)).toBe(true);
    expect(await only()).toMatchObject({ state: "delivered", external_id: "alead-1", reason: "confirmed" });
    expect(await desk.unclaimed.confirm(scope, clientIdentifier, word)).toBe(false);
    desk.advance(24 * hour);
    await deliverDue(desk);
    expect(ledger.posts()).toHaveLength(1);
  });

  test("6: while the answer is still on its way the word changes nothing, and the answer settles it", async () => {
    await desk.submit(desk.request());
    let confirmed: boolean | undefined;
    after = async (call) => {
      const { clientIdentifier }: { clientIdentifier: string } = JSON.parse(call.body);
      const word = { externalId: "alead-1", sellers: null, answer: "{}" };
      confirmed = await desk.unclaimed.confirm(scope, clientIdentifier, word);
      return undefined;
    };
    await deliverDue(desk);
    expect(confirmed).toBe(false);
    expect(await only()).toMatchObject({ state: "enriched" });
  });

  test("9: sellers that the answer does not name are asked for after 1 min, 10 min, 1 h and 24 h, then no more", async () => {
    ledger.sellersAre = "untold";
    await desk.submit(desk.request());
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "delivered", external_id: "alead-1" });
    const reads = () => ledger.calls.filter(({ method }) => method === "GET").length;
    const steps: [number, number][] = [
      [minute - 1, 0],
      [1, 1],
      [9 * minute, 2],
      [50 * minute, 3],
      [23 * hour, 4],
      [100 * hour, 4],
    ];
    for (const [ms, expected] of steps) {
      desk.advance(ms);
      await deliverDue(desk);
      expect(reads()).toBe(expected);
    }
    expect(await only()).toMatchObject({ state: "delivered", next_at: null, external_id: "alead-1" });
    expect(ledger.posts()).toHaveLength(1);
  });

  test("9: R21: sellers that are told later are kept, and the lead is never sent again for them", async () => {
    ledger.sellersAre = "read";
    await desk.submit(desk.request());
    await deliverDue(desk);
    desk.advance(minute);
    before = ({ method }) => (method === "GET" ? refuse(503) : undefined);
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "delivered", reason: "sellers-unavailable" });
    before = () => undefined;
    desk.advance(9 * minute);
    await deliverDue(desk);
    const { state, sellers, next_at } = await only();
    expect({ state, next_at }).toEqual({ state: "enriched", next_at: null });
    expect(sellers).toContain("CANARY-SELLER");
    expect(ledger.posts()).toHaveLength(1);
  });

  test("9: R1: a connection that may not read leads is not asked for sellers again and again", async () => {
    ledger.sellersAre = "read";
    const { broker } = desk;
    const operations = ["searches.create", "leads.create"] as const;
    const marketplace = createLedgerClient({ ledger, token: broker.id, clock: desk.clock }, { operations });
    desk.brokers = { findById: () => ({ ...broker, marketplace }) };
    await desk.submit(desk.request());
    await deliverDue(desk);
    desk.advance(minute);
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "delivered", reason: "sellers-permission", next_at: null });
  });

  test("9: for a type or category no seller is ever told, so none is asked for", async () => {
    await desk.submit(desk.request({ choose: [2] }));
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "delivered", next_at: null });
  });

  test("10: a 401 under credentials that were replaced meanwhile pauses nothing", async () => {
    await desk.submit(desk.request());
    before = (call) => {
      if (!isPost(call)) return undefined;
      before = () => undefined;
      const { broker } = desk;
      const current = { ...broker, credentialsVersion: "second" };
      desk.brokers = { findById: () => current };
      return refuse(401);
    };
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "enriched", attempts: 1 });
    expect((await trail()).map(({ reason }) => reason)).toContain("credentials-replaced");
  });

  test("10: new credentials are tried at once, whatever the old ones were paused for", async () => {
    await desk.submit(desk.request());
    before = () => refuse(401);
    await deliverDue(desk);
    await desk.submit(desk.request());
    await deliverDue(desk);
    expect(ledger.calls).toHaveLength(0);
    before = () => undefined;
    desk.brokers = { findById: () => ({ ...desk.broker, credentialsVersion: "second" }) };
    await deliverDue(desk);
    expect((await rows()).map(({ state }) => state)).toEqual(["enriched", "enriched"]);
  });

  test("12: leads of a broker who left the configuration are kept, and go out when they are back", async () => {
    await desk.submit(desk.request());
    const { brokers } = desk;
    desk.brokers = { findById: () => undefined };
    expect(await deliverDue(desk)).toBe(0);
    expect(desk.logged).toContainEqual(expect.objectContaining({ event: "delivery.lane-unknown", broker: "demo" }));
    expect(await only()).toMatchObject({ state: "accepted" });
    desk.brokers = brokers;
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "enriched" });
  });

  test("14: R19, R20, R22: after a reset the trip is searched again, what was chosen is found again, the identifier stays", async () => {
    ledger.forgotten.add("asearch-1");
    ledger.fleet = [
      { type: "Falcon 2000", category: "Heavy jet", price: 77_900 },
      { type: "Falcon 2000", category: "Heavy jet", price: 99_000 },
      { type: "Falcon 900", category: "Heavy jet", price: 71_500 },
    ];
    await desk.submit(desk.request({ searchId: "asearch-1", choose: [0, 1], message: "With a dog." }));
    await deliverDue(desk);
    const [first, second] = ledger.posts();
    expect(second).toEqual({
      ...first,
      searchId: "asearch-again-1",
      sellerQuoteIds: ["asearch-again-1-hit-0"],
      leadMessage:
        "With a dog.\n\nThe client saw: Falcon 2000 (Heavy jet), shown at 71500 EUR\n" +
        "Also of interest: Challenger 350 CANARY-1 (Heavy jet), shown at 64200 EUR",
    });
    expect(await only()).toMatchObject({ state: "enriched", generation: 2 });
    const detail = (await trail()).find(({ reason }) => reason === "searched-again")?.detail ?? "";
    expect(JSON.parse(detail)).toMatchObject([
      { isFound: true, shown: { amount: 71_500 }, found: { amount: 77_900 } },
      { isFound: false, shown: { amount: 64_200 }, found: null },
    ]);
    const spent = desk.submit(desk.request({ searchId: "asearch-again-1" }));
    await expect(spent).rejects.toMatchObject({ code: "search.spent" });
  });

  test("14: R22: what is not found again is asked for as its type, at the price that was shown", async () => {
    ledger.forgotten.add("asearch-1");
    ledger.fleet = [{ type: "Falcon 2000", category: "Heavy jet", price: 78_700 }];
    await desk.submit(desk.request({ searchId: "asearch-1" }));
    await deliverDue(desk);
    expect(ledger.leads[0]?.body).toMatchObject({
      searchId: "asearch-again-1",
      inquiryLift: [{ aircraftType: "Falcon 2000", priceExpectation: 71_500 }],
      leadCurrency: "EUR",
    });
    expect(ledger.leads[0]?.body).not.toHaveProperty("sellerQuoteIds");
    expect(await only()).toMatchObject({ state: "delivered", generation: 2 });
  });

  test("14: what the broker leaves out takes nobody's place: it is asked for as its type", async () => {
    ledger.forgotten.add("asearch-1");
    ledger.fleet = [{ type: "Falcon 2000", category: "Heavy jet", price: 71_500, ownerApproval: true }];
    setSettings({ exclusions: { ownerApproval: true } });
    await desk.submit(desk.request({ searchId: "asearch-1" }));
    await deliverDue(desk);
    expect(ledger.leads[0]?.body).toMatchObject({ inquiryLift: [{ aircraftType: "Falcon 2000" }] });
    expect(ledger.leads[0]?.body).not.toHaveProperty("sellerQuoteIds");
  });

  test("14: a trip of categories that the broker offers no more is a person's at once", async () => {
    ledger.forgotten.add("asearch-1");
    await desk.submit(desk.request({ searchId: "asearch-1" }));
    await desk.database.run(
      desk.database.build.updateTable("leads").set((update) => ({
        trip: update.fn<string>("replace", [
          "trip",
          update.val('{"legs"'),
          update.val('{"categories":["Turbo prop"],"legs"'),
        ]),
      })),
    );
    setSettings({ categories: ["Heavy jet"] });
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "manual", reason: "search-invalid" });
  });

  test("14: a trip that cannot be searched any more is a person's, and a search that cannot be had now waits", async () => {
    ledger.forgotten.add("asearch-1");
    await desk.submit(desk.request({ searchId: "asearch-1" }));
    before = ({ path }) => (path === "/searches" ? refuse(503) : undefined);
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "search_stale", reason: "search-unavailable", generation: 1 });
    before = ({ path }) =>
      path === "/searches" ? refuse(422, { code: "DATE_INVALID", path: "segments[0].dateTime" }) : undefined;
    desk.advance(hour);
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "manual", reason: "search-invalid" });
  });

  test("14: what is forgotten again and again is a person's in the end", async () => {
    before = (call) => (isPost(call) ? refuse(404, { code: "NOT_FOUND" }) : undefined);
    await desk.submit(desk.request());
    for (let round = 0; round < 6; round += 1) await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "manual", reason: "not-found", generation: 3 });
  });

  test("R19: a search that somebody else used is searched again; one that is another lead of ours is linked to it", async () => {
    const used = (call: LedgerCall) =>
      isPost(call) && call.body.includes("asearch-1")
        ? refuse(422, { code: "SEARCH_ALREADY_USED", path: "searchId" })
        : undefined;
    before = used;
    await desk.submit(desk.request({ searchId: "asearch-1" }));
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "enriched", generation: 2 });

    const other = desk.database.build
      .updateTable("search_claims")
      .set({ lead_id: (await only()).lead_id })
      .where("search_hash", "in", desk.fingerprints.search("asearch-2"));
    before = (call) =>
      call.body.includes("asearch-2") ? refuse(422, { code: "SEARCH_ALREADY_USED", path: "searchId" }) : undefined;
    await desk.submit(desk.request({ searchId: "asearch-2" }));
    await desk.database.run(other);
    await deliverDue(desk);
    const [first, second] = await rows();
    expect(second).toMatchObject({ state: "delivered", reason: `linked: ${first?.lead_id}`, generation: 1 });
    expect(ledger.leads).toHaveLength(1);
  });

  test("15: one broker's outage is probed, and pauses nobody else's lane", async () => {
    const { broker: demo } = desk;
    const second = desk.brokers.findById("second");
    if (!second) throw new Error("it is configured");
    for (let index = 0; index < 20; index += 1) await desk.submit(desk.request());
    before = ({ token }) => (token === demo.id ? refuse(503) : undefined);
    let calls = 0;
    const counted = before;
    before = (call) => {
      calls += call.token === demo.id ? 1 : 0;
      return counted(call);
    };
    for (let round = 0; round < 60; round += 1) {
      await deliverDue(desk);
      desk.advance(10_000);
    }
    // Ten minutes: a few until it is noticed, then a probe a minute; not twenty deliveries by their own schedules.
    expect(calls).toBeLessThanOrEqual(20);
    await desk.submit(desk.request({ sealedFor: second }), { broker: second });
    await deliverDue(desk);
    expect(ledger.leads.map(({ token }) => token)).toEqual(["second"]);

    before = () => undefined;
    desk.advance(minute);
    await deliverDue(desk);
    expect(ledger.leads).toHaveLength(21);
  });

  test("16: what a host that wakes by a clock does not get to, the next one does", async () => {
    for (let index = 0; index < 3; index += 1) await desk.submit(desk.request());
    before = () => {
      desk.advance(20_000);
      return undefined;
    };
    expect(await deliverDue(desk, desk.clock.now() + 30_000)).toBeLessThan(3);
    await deliverDue(desk);
    expect(ledger.leads).toHaveLength(3);
  });
});

describe("refused credentials", () => {
  test("pause that broker alone, burn no attempt, are probed once in 5 minutes, and end by themselves", async () => {
    const second = desk.brokers.findById("second");
    if (!second) throw new Error("it is configured");
    let refusals = 0;
    before = ({ token }) => {
      if (token !== "demo") return undefined;
      refusals += 1;
      return refuse(401);
    };
    for (let index = 0; index < 5; index += 1) await desk.submit(desk.request());
    await desk.submit(desk.request({ sealedFor: second }), { broker: second });
    // Several processes look at once: the right to probe is one statement's.
    for (let minutes = 0; minutes < 60; minutes += 1) {
      await Promise.all([deliverDue(desk), deliverDue(desk), deliverDue(desk)]);
      desk.advance(minute);
    }
    expect(refusals).toBeGreaterThanOrEqual(10);
    expect(refusals).toBeLessThanOrEqual(14);
    expect(ledger.leads.map(({ token }) => token)).toEqual(["second"]);
    const mine = (await rows()).filter(({ broker_id }) => broker_id === "demo");
    expect(mine.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0, 0]);
    before = () => undefined;
    desk.advance(5 * minute);
    await deliverDue(desk);
    expect(ledger.leads).toHaveLength(6);
  });
});

describe("a person", () => {
  test("R12: takes over after 72 hours, whatever the delivery waits for", async () => {
    await desk.submit(desk.request());
    before = () => refuse(401);
    await deliverDue(desk);
    desk.advance(72 * hour);
    await sweepDeliveries(desk);
    expect(await only()).toMatchObject({ state: "manual", reason: "too-late: credentials", next_at: null });
    expect((await trail()).at(-1)).toMatchObject({ state: "manual" });
  });

  test("has it tried again from the start, or ends it, and nobody else's", async () => {
    await desk.submit(desk.request());
    before = () => refuse(422);
    await deliverDue(desk);
    const { id } = await only();
    expect(await desk.unclaimed.retry({ ...scope, brokerId: "second" }, id)).toBe(false);
    desk.advance(100 * hour);
    expect(await desk.unclaimed.retry(scope, id)).toBe(true);
    expect(await desk.unclaimed.retry(scope, id)).toBe(false);
    await deliverDue(desk);
    const by = { state: "delivered_by_hand", reason: "by phone" } as const;
    expect(await desk.unclaimed.close({ ...scope, environment: "live" }, id, by)).toBe(false);
    expect(await desk.unclaimed.close(scope, id, by)).toBe(true);
    expect((await trail()).map(({ state }) => state)).toEqual([
      "accepted",
      "sending",
      "manual",
      "accepted",
      "sending",
      "manual",
      "delivered_by_hand",
    ]);
  });

  test("of one broker sees no delivery of another's", async () => {
    await desk.submit(desk.request());
    const { id, lead_id } = await only();
    const foreign = { ...scope, brokerId: "second" };
    expect(await desk.unclaimed.listOf(foreign, lead_id)).toEqual([]);
    expect(await desk.unclaimed.eventsOf(foreign, id)).toEqual([]);
    expect(await desk.unclaimed.listOf(scope, lead_id)).toHaveLength(1);
  });
});

describe("R19 of reliability.md §2: what is not there after 10 minutes", () => {
  test("is told to the broker once, however often it fails, and told in the log where no mail is", async () => {
    await desk.submit(desk.request());
    before = () => refuse(503);
    const late = () => desk.logged.filter(({ event }) => event === "delivery.late").length;
    await deliverDue(desk);
    desk.advance(10 * minute - 1);
    await deliverDue(desk);
    expect(late()).toBe(0);
    for (let minutes = 0; minutes < 200; minutes += 1) {
      desk.advance(minute);
      await Promise.all([deliverDue(desk), deliverDue(desk)]);
      if (minutes === 0) expect(late()).toBe(1);
    }
    desk.advance(73 * hour);
    await deliverDue(desk);
    expect(await only()).toMatchObject({ state: "manual" });
    expect(late()).toBe(1);
    const [alert] = await rows("email-broker-alert");
    expect(alert).toMatchObject({ state: "delivered", broker_id: "demo" });
    expect(JSON.parse(alert?.body ?? "")).toMatchObject({
      channel: "marketplace",
      isRetried: true,
      reference: expect.any(String),
    });
  });

  test("is told at once where a person has to look", async () => {
    await desk.submit(desk.request());
    before = () => refuse(422);
    await deliverDue(desk);
    await deliverDue(desk);
    expect((await rows("email-broker-alert")).map(({ state }) => state)).toEqual(["delivered"]);
  });

  test("is not told where it arrived in time", async () => {
    await desk.submit(desk.request());
    await deliverDue(desk);
    desk.advance(hour);
    await deliverDue(desk);
    expect(await rows("email-broker-alert")).toEqual([]);
  });
});
