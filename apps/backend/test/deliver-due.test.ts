import { afterEach, beforeEach, expect, test } from "vitest";
import { deliverDue } from "../src/deliveries/deliver-due.ts";
import { openLeadDesk, type LeadDesk } from "./lead-desk.ts";

let desk: LeadDesk;

beforeEach(async () => {
  desk = await openLeadDesk({ others: ["second"] });
});

afterEach(() => desk.database.close());

async function submitFor(id: string): Promise<void> {
  const broker = desk.brokers.findById(id);
  if (!broker) throw new Error("it is configured");
  await desk.submit(desk.request({ sealedFor: broker }), { broker });
}

test("one note that cannot be kept fails the round only when the others have been sent and noted", async () => {
  await submitFor("demo");
  await submitFor("second");
  const slow = Promise.withResolvers<void>();
  desk.ledger.onAnswer = () => (desk.ledger.leads.size === 2 ? slow.promise : undefined);
  const { settle } = desk.deliveries;
  desk.deliveries = {
    ...desk.deliveries,
    settle: async (delivery, settlement) => {
      if (delivery.broker_id === "second") return settle(delivery, settlement);
      setImmediate(slow.resolve);
      throw new Error("full");
    },
  };
  await expect(deliverDue(desk)).rejects.toThrow("full");
  const states = await desk.database.run(desk.database.build.selectFrom("deliveries").select(["broker_id", "state"]));
  expect(states).toContainEqual({ broker_id: "second", state: "enriched" });
});

test("a lane that cannot be claimed does not keep what was claimed of another from being sent", async () => {
  await submitFor("demo");
  await submitFor("second");
  const { claim } = desk.deliveries;
  desk.deliveries = {
    ...desk.deliveries,
    claim: (wanted) => (wanted.lane.brokerId === "demo" ? Promise.reject(new Error("locked")) : claim(wanted)),
  };
  await expect(deliverDue(desk)).rejects.toThrow("locked");
  expect(desk.ledger.leads.size).toBe(1);
});
