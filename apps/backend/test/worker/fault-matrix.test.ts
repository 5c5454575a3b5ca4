import { createClient } from "@liftline/api-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cells } from "../faults/upstream-faults.ts";
import { openFaultyMarketplace, type FaultyMarketplace } from "../faulty-marketplace.ts";
import { testBroker, testConfigFile } from "../harness.ts";
import { buildWorker, pageFetch, type WorkerBundle } from "./start-worker.ts";
import { startWorkerd, type Workerd } from "./start-workerd.ts";

/** Each cell of the matrix has a broker of its own: a lane and a call budget that no other one stops. */
const all = cells.map(([name, fault, state, reason], index) => ({
  name,
  fault,
  state,
  // The runtime does not say why it could not read on. Either way the same is sent again.
  reason: name === "gzip that is none" ? "ambiguous" : reason,
  ...brokerNamed(`cell-${index}`),
}));
const late = brokerNamed("late");

const Events = z.array(z.object({ broker: z.string(), state: z.string(), reason: z.string().nullable() }));

let bundle: WorkerBundle;
let marketplace: FaultyMarketplace;
let worker: Workerd;

beforeAll(async () => {
  marketplace = await openFaultyMarketplace();
  marketplace.date = () => new Date().toUTCString();
  bundle = await buildWorker();
  const brokers = [...all, late].map(({ broker, origin, embedKey }) => ({
    ...testBroker,
    id: broker,
    embedKeys: [embedKey],
    origins: [origin],
    connection: { auth: { kind: "token", token: broker } },
  }));
  const upstream = { ...testConfigFile.marketplace, baseUrl: marketplace.baseUrl };
  worker = await startWorkerd(bundle, { marketplace: upstream, brokers }, losePatience);
}, 60_000);

afterAll(async () => {
  await worker.close();
  bundle.remove();
});

test("R10: in workerd, too, what comes back from POST /leads leads to its state, and then to one lead", async () => {
  await whileNothingIsSent(async () => {
    for (const broker of [...all, late]) await requestAt(broker);
  });
  const pending = new Map(all.map(({ broker, fault }) => [broker, fault]));
  marketplace.fault = (call) => {
    const fault = pending.get(call.call.token);
    pending.delete(call.call.token);
    if (fault) fault(call);
    else call.send(call.handle());
  };
  await deliver();
  const first = await trails();
  const states = all.map(({ name, broker }) => {
    const [accepted, sending, after] = first.get(broker) ?? [];
    return [name, accepted?.state, sending?.state, after?.state, after?.reason];
  });
  expect(states).toEqual(all.map(({ name, state, reason }) => [name, "accepted", "sending", state, reason]));

  await makeAllDue();
  await deliver();
  const end = await trails();
  // An isolate keeps to a limit as long as it was told; it would take an hour to see the end of that.
  for (const { name, broker, state } of all.filter(({ reason }) => reason !== "limited")) {
    const last = end.get(broker)?.at(-1)?.state ?? "";
    if (state === "manual") {
      expect({ name, last }).toEqual({ name, last: "manual" });
      continue;
    }
    expect({ name, last }).toEqual({ name, last: expect.stringMatching(/^(delivered|enriched)$/) });
    expect({ name, leads: leadsOf(broker) }).toEqual({ name, leads: 1 });
  }
  expect(worker.log.length).toBeGreaterThan(all.length);
  expect(worker.log.join("\n")).not.toMatch(/CANARY|jo@visitor|Jo Smith|asearch-/);
}, 60_000);

test("where no connection can be had, the runtime does not say so: the same is sent again", async () => {
  await marketplace.close();
  await worker.ask("delete from delivery_lanes");
  await deliver();
  expect((await trails()).get(late.broker)?.slice(0, 3)).toEqual([
    expect.objectContaining({ state: "accepted" }),
    expect.objectContaining({ state: "sending" }),
    expect.objectContaining({ state: "unknown", reason: "ambiguous" }),
  ]);
});

function brokerNamed(broker: string) {
  return { broker, origin: `https://${broker}.example`, embedKey: `pk_${broker}` };
}

/** The upload as it is, but for the 30 s that it waits for an answer to a lead. */
function losePatience(code: string): string {
  const [before, after, ...others] = code.split(/(?<=hasEffect: true,[^;]{0,200}?timeoutMs: )3e4/);
  if (after === undefined || others.length > 0) throw new Error("the bundle says elsewhere how long it waits");
  return `${before}1500${after}`;
}

async function requestAt({ origin, embedKey }: { origin: string; embedKey: string }): Promise<void> {
  const client = createClient({ baseUrl: "", embedKey, fetch: pageFetch(worker, origin) });
  const legs = [{ from: "EGGW", to: "KTEB", date: "2027-12-13", passengers: 7 }];
  const { search, options } = await client.searchOptions({ legs });
  const contact = { name: "Jo Smith", email: "jo@visitor.example" };
  await client.submitLead({ search, options: options.slice(0, 1), contact }, { idempotencyKey: crypto.randomUUID() });
}

/** A Worker begins to send as soon as it has answered; here all is to begin at once. */
async function whileNothingIsSent(run: () => Promise<void>): Promise<void> {
  const paused = [...all, late].map(
    ({ broker }) => `('${broker}', 'sandbox', 'marketplace', 0, 'limited', '2999-01-01T00:00:00.000Z', '')`,
  );
  const columns = "broker_id, environment, channel, failures, paused_for, paused_until, credentials";
  await worker.ask(`insert into delivery_lanes (${columns}) values ${paused.join()}`);
  await run();
  await worker.ask(`delete from delivery_lanes where broker_id <> '${late.broker}'`);
}

async function deliver(): Promise<void> {
  await worker.scheduled("* * * * *");
}

async function makeAllDue(): Promise<void> {
  await worker.ask(`delete from delivery_lanes where broker_id <> '${late.broker}'`);
  await worker.ask(
    "update deliveries set next_at = '2020-01-01T00:00:00.000Z' where next_at is not null and lease is null",
  );
}

/** What each broker's delivery went through. */
async function trails() {
  const events = await worker.ask(
    `select broker_id as broker, events.state, events.reason from delivery_events as events
     join deliveries on deliveries.id = delivery_id where channel = 'marketplace' order by delivery_id, events.sequence`,
  );
  return Map.groupBy(Events.parse(events), ({ broker }) => broker);
}

function leadsOf(broker: string): number {
  return marketplace.ledger.leads.filter(({ token }) => token === broker).length;
}
