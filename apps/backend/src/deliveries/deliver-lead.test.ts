import { AvinodeError, type AvinodeFailure } from "@liftline/api-client/avinode";
import { CompiledQuery } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { openLeadDesk, type LeadDesk } from "../../test/lead-desk.ts";
import { claimDelivery } from "./claim-delivery.ts";
import type { DeliveriesTable, DeliveryAttemptsTable } from "./deliveries.table.ts";
import { deliverDue } from "./deliver-due.ts";
import { deliverLead } from "./deliver-lead.ts";

const desks: LeadDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.database.close();
});

/** A desk with one lead stored and nothing sent. */
async function openDesk(): Promise<LeadDesk> {
  const desk = await openLeadDesk();
  desks.push(desk);
  await desk.submit(desk.request({ searchId: "asearch-1" }));
  return desk;
}

async function delivery(desk: LeadDesk): Promise<DeliveriesTable> {
  const deliveries = desk.database.build.selectFrom("deliveries").selectAll().where("channel", "=", "marketplace");
  const [row] = await desk.database.run(deliveries);
  if (!row) throw new Error("there is a delivery");
  return row;
}

function attempts(desk: LeadDesk): Promise<DeliveryAttemptsTable[]> {
  return desk.database.run({ compile: () => CompiledQuery.raw("select * from delivery_attempts order by rowid") });
}

function fail(reason: AvinodeFailure, retryAfterMs?: number): () => never {
  return () => {
    const effect = reason === "ambiguous" ? "unknown" : "none";
    throw new AvinodeError({ operation: "leads.create", reason, sent: true, effect, retryAfterMs });
  };
}

describe("a delivery", () => {
  test("brings the lead to the marketplace once and ends", async () => {
    const desk = await openDesk();
    expect(await deliverDue(desk)).toBe(1);
    expect(await delivery(desk)).toMatchObject({
      state: "enriched",
      next_at: null,
      lease: null,
      external_id: "alead-1",
      attempts: 1,
    });
    expect(await attempts(desk)).toMatchObject([{ outcome: "enriched", ended_at: "2026-12-01T10:00:00.000Z" }]);
    desk.advance(100 * 3_600_000);
    expect(await deliverDue(desk)).toBe(0);
    expect(desk.ledger.calls).toHaveLength(1);
  });

  test("R21: keeps who markets the aircraft for the broker, and tells no log of it", async () => {
    const desk = await openDesk();
    await deliverDue(desk);
    const { sellers, answer } = await delivery(desk);
    expect(JSON.parse(sellers ?? "")).toMatchObject([{ displayName: "Globex Air CANARY-SELLER" }]);
    expect(answer).toContain("CANARY-SELLER");
    expect(JSON.stringify(desk.logged)).not.toContain("CANARY");
  });

  test("opens its attempt before any byte leaves", async () => {
    const desk = await openDesk();
    let before: DeliveryAttemptsTable[] = [];
    desk.ledger.onCall = async () => (before = await attempts(desk));
    await deliverDue(desk);
    expect(before).toMatchObject([{ ended_at: null, outcome: null }]);
  });

  test.each<[AvinodeFailure, string, number]>([
    ["unsent", "deferred", 1],
    ["unavailable", "deferred", 1],
    ["ambiguous", "unknown", 1],
    ["unreadable", "unknown", 1],
    ["conflict", "unknown", 1],
    ["limited", "deferred", 0],
    ["credentials", "blocked_creds", 0],
  ])("R20: after %s it stays open as %s and the same body goes out again", async (reason, state, counted) => {
    const desk = await openDesk();
    desk.ledger.onCall = fail(reason);
    await deliverDue(desk);
    expect(await delivery(desk)).toMatchObject({ state, reason, attempts: counted, lease: null });
    desk.ledger.onCall = () => undefined;
    desk.advance(3_600_000);
    await deliverDue(desk);
    expect(await delivery(desk)).toMatchObject({ state: "enriched", attempts: counted + 1 });
    expect(desk.ledger.calls).toHaveLength(2);
    expect(desk.ledger.calls[1]).toEqual(desk.ledger.calls[0]);
    expect(desk.ledger.leads.size).toBe(1);
  });

  test.each<AvinodeFailure>(["invalid", "refused"])(
    "after %s it is a person's, and never sent again",
    async (reason) => {
      const desk = await openDesk();
      desk.ledger.onCall = fail(reason);
      await deliverDue(desk);
      expect(await delivery(desk)).toMatchObject({ state: "manual", reason, next_at: null });
      desk.advance(100 * 3_600_000);
      await deliverDue(desk);
      expect(desk.ledger.calls).toHaveLength(1);
    },
  );

  test("R12: does not come back before the marketplace said", async () => {
    const desk = await openDesk();
    desk.ledger.onCall = fail("limited", 30_000);
    await deliverDue(desk);
    desk.advance(29_000);
    expect(await deliverDue(desk)).toBe(0);
    desk.advance(2_001);
    expect(await deliverDue(desk)).toBe(1);
  });

  test("becomes a person's when the marketplace was away for 72 hours", async () => {
    const desk = await openDesk();
    desk.ledger.onCall = fail("unavailable");
    for (let hour = 0; hour < 80; hour += 1) {
      await deliverDue(desk);
      desk.advance(3_600_000);
    }
    expect(await delivery(desk)).toMatchObject({ state: "manual", reason: "too-late: unavailable", next_at: null });
  });

  test("R13: never crosses over when the connection was moved to the other environment", async () => {
    const desk = await openDesk();
    desk.broker.environment = "live";
    await deliverDue(desk);
    expect(await delivery(desk)).toMatchObject({ state: "manual", reason: "environment-changed" });
    expect(desk.ledger.calls).toEqual([]);
  });
});

describe("a crash", () => {
  test("R20: between answer and note: the lease ends, the same is sent again, the marketplace has one lead", async () => {
    const desk = await openDesk();
    const claimed = await claimDelivery(desk);
    if (!claimed) throw new Error("it is due");
    // The process dies after the marketplace took the lead: the attempt is open, nothing is settled.
    await desk.deliveries.openAttempt(claimed, "attempt_of_the_dead");
    await desk.broker.marketplace.leads.create(JSON.parse(claimed.body));
    expect(await deliverDue(desk)).toBe(0);
    desk.advance(60_000);
    expect(await deliverDue(desk)).toBe(1);
    expect(desk.ledger.calls[1]).toEqual(desk.ledger.calls[0]);
    expect(desk.ledger.leads.size).toBe(1);
    expect(await attempts(desk)).toMatchObject([
      { id: "attempt_of_the_dead", outcome: "unknown", reason: "lease-ended" },
      { outcome: "enriched" },
    ]);
  });

  test("R20: of the answer on its way: unknown, then settled by the same again", async () => {
    const desk = await openDesk();
    desk.ledger.onAnswer = fail("ambiguous");
    await deliverDue(desk);
    desk.ledger.onAnswer = () => undefined;
    desk.advance(5_001);
    await deliverDue(desk);
    expect(await delivery(desk)).toMatchObject({ state: "enriched", external_id: "alead-1" });
    expect(desk.ledger.leads.size).toBe(1);
  });
});

describe("two at the same delivery", () => {
  test("of fifty claims at once one gets it", async () => {
    const desk = await openDesk();
    const claims = await Promise.all(Array.from({ length: 50 }, () => claimDelivery(desk)));
    expect(claims.filter((claimed) => claimed !== undefined)).toHaveLength(1);
  });

  test("a late one cannot overwrite what the other settled", async () => {
    const desk = await openDesk();
    const late = await claimDelivery(desk);
    if (!late) throw new Error("it is due");
    // Frozen in the middle of its call for longer than its lease; the other one delivers meanwhile.
    desk.ledger.onCall = async () => {
      desk.ledger.onCall = () => undefined;
      desk.advance(90_000);
      await deliverDue(desk);
      fail("invalid")();
    };
    await deliverLead(desk, late);
    expect(await delivery(desk)).toMatchObject({ state: "enriched", reason: null, external_id: "alead-1" });
    expect(desk.logged.map(({ event }) => event)).toContain("delivery.overtaken");
    expect(await attempts(desk)).toMatchObject([{ reason: "lease-ended" }, { outcome: "enriched" }]);
  });

  test("a late one that has not begun sends nothing", async () => {
    const desk = await openDesk();
    const late = await claimDelivery(desk);
    if (!late) throw new Error("it is due");
    desk.advance(60_001);
    await deliverLead(desk, late);
    expect(desk.ledger.calls).toEqual([]);
    expect(desk.logged.map(({ event }) => event)).toContain("delivery.lost");
  });
});
