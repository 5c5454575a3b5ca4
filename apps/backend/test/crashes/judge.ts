import type { Database } from "../../src/database/database.ts";
import { leaseMs } from "../../src/deliveries/delivery-queue.ts";
import type { MarketplaceLedger } from "../marketplace-ledger.ts";
import type { Receipt } from "./visitors.ts";

/** What must not be. Each list names what broke the promise, and is empty where nobody did. */
export interface Faults {
  /** Acknowledged, and not in the database as what was acknowledged. */
  lost: string[];
  /** In the database, and neither at the marketplace nor a person's. */
  undelivered: string[];
  /** More than one lead at the marketplace for one request, or one that nobody here knows. */
  doubled: string[];
  /** One reference for two requests, or two for one. */
  references: string[];
  /** Sent more often than attempts were opened (I7). */
  unopened: string[];
  /** Transitions without an event, or the other way round (I3). */
  untold: string[];
  /** Stored, and nobody was told although everybody asked until they were. */
  unacknowledged: string[];
}

export const noFaults: Faults = {
  lost: [],
  undelivered: [],
  doubled: [],
  references: [],
  unopened: [],
  untold: [],
  unacknowledged: [],
};

export interface Judged {
  faults: Faults;
  /** Leads in the database. */
  stored: number;
  /** Of deliveries that a dead process had in its hands, the fastest first. */
  resumptions: Resumption[];
}

/** Something was claimed twice in a row: whoever claimed it first did not live to say what became of it. */
export interface Resumption {
  /** When the first lease ended: milliseconds since the epoch. */
  dueAt: number;
  /** From the first claim to the second, in milliseconds. */
  ms: number;
}

interface Evidence {
  database: Database;
  ledger: MarketplaceLedger;
  receipts: Receipt[];
}

/** Holds what visitors were told against what the database and the marketplace's own books say. */
export async function judge({ database, ledger, receipts }: Evidence): Promise<Judged> {
  const { build, run } = database;
  const leads = await run(build.selectFrom("leads").select(["id", "reference", "client_identifier", "message"]));
  const deliveries = await run(
    build.selectFrom("deliveries").select(["id", "lead_id", "state", "sequence"]).where("channel", "=", "marketplace"),
  );
  const events = await run(
    build.selectFrom("delivery_events").select(["delivery_id", "sequence", "state", "at"]).orderBy("sequence"),
  );
  const attempts = await run(build.selectFrom("delivery_attempts").select("delivery_id"));

  const byReference = new Map(leads.map((lead) => [lead.reference, lead]));
  const deliveryOf = new Map(deliveries.map((delivery) => [delivery.lead_id, delivery]));
  const eventsOf = Map.groupBy(events, (event) => event.delivery_id);
  const attemptsOf = countBy(attempts, (attempt) => attempt.delivery_id);
  const posts = countBy(ledger.posts(), (post) => post.clientIdentifier);
  const arrived = countBy(ledger.leads, (lead) => lead.body.clientIdentifier);
  const arrivedFor = countBy(ledger.leads, (lead) => lead.body.leadMessage ?? "");
  const known = new Set(leads.map((lead) => lead.client_identifier));
  const told = new Set(receipts.map(({ message }) => message));

  const faults: Faults = {
    lost: receipts
      .filter(({ message, reference }) => byReference.get(reference)?.message !== message)
      .map(({ message, reference }) => `${reference} of ${message}`),
    undelivered: leads
      .filter((lead) => {
        const state = deliveryOf.get(lead.id)?.state;
        const isThere = state === "delivered" || state === "enriched";
        return !(isThere && arrived.get(lead.client_identifier) === 1) && state !== "manual";
      })
      .map((lead) => `${lead.reference}, ${deliveryOf.get(lead.id)?.state ?? "no delivery"}`),
    doubled: [
      ...[...arrivedFor].filter(([, count]) => count > 1).map(([message]) => message),
      ...[...arrived.keys()].filter((identifier) => !known.has(identifier)),
      ...doubles(leads.map(({ message }) => message ?? "")),
    ],
    references: doubles(receiptPairs(receipts)),
    unopened: leads
      .filter((lead) => {
        const opened = attemptsOf.get(deliveryOf.get(lead.id)?.id ?? "") ?? 0;
        return (posts.get(lead.client_identifier) ?? 0) > opened;
      })
      .map((lead) => lead.reference),
    untold: deliveries
      .filter(({ id, state, sequence }) => {
        const trail = eventsOf.get(id) ?? [];
        return trail.length !== sequence + 1 || trail.at(-1)?.state !== state;
      })
      .map(({ id }) => id),
    unacknowledged: leads.filter(({ message }) => !told.has(message ?? "")).map(({ reference }) => reference),
  };
  return { faults, stored: leads.length, resumptions: findResumptions(eventsOf) };
}

/** Each reference with each request that it was given to, and the other way round: only a fault makes one of them come twice. */
function receiptPairs(receipts: Receipt[]): string[] {
  const pairs = new Map(receipts.map(({ message, reference }) => [`${message} ${reference}`, { message, reference }]));
  return [...pairs.values()].flatMap(({ message, reference }) => [message, reference]);
}

function findResumptions(eventsOf: Map<string, { state: string; at: string }[]>): Resumption[] {
  const found: Resumption[] = [];
  for (const trail of eventsOf.values()) {
    trail.forEach(({ state, at }, index) => {
      const next = trail[index + 1];
      if (state !== "sending" || next?.state !== "sending") return;
      found.push({ dueAt: Date.parse(at) + leaseMs, ms: Date.parse(next.at) - Date.parse(at) });
    });
  }
  return found.toSorted((left, right) => left.ms - right.ms);
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function doubles(names: string[]): string[] {
  return [...countBy(names, (name) => name)].filter(([, count]) => count > 1).map(([name]) => name);
}
