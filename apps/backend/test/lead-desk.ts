import { AvinodeError, type AvinodeClient } from "@liftline/api-client/avinode";
import { BrokerSettings, OptionsLeadRequest, SearchRequest, TripLeadRequest } from "@liftline/schema";
import type { LeadReceipt, LeadRequest, Option, OptionsLeadRequestInput, TripLeadRequestInput } from "@liftline/schema";
import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { Broker } from "../src/brokers/broker.ts";
import type { Clock } from "../src/clock.ts";
import type { Database } from "../src/database/database.ts";
import { openDatabase } from "../src/database/open-database.ts";
import type { Channels } from "../src/deliveries/channels/channel.ts";
import { createChannels } from "../src/deliveries/channels/create-channels.ts";
import type { DeliverDueDependencies } from "../src/deliveries/deliver-due.ts";
import { createDeliveriesStore, type DeliveriesStore } from "../src/deliveries/deliveries.store.ts";
import { createLanesStore, type LanesStore } from "../src/deliveries/lanes.store.ts";
import { createSweepsStore } from "../src/deliveries/sweeps.store.ts";
import { createUnclaimedStore, type UnclaimedStore } from "../src/deliveries/unclaimed.store.ts";
import { createLeadFingerprints } from "../src/leads/fingerprint.ts";
import { createLeadsStore } from "../src/leads/leads.store.ts";
import { submitLead, type SubmitLeadDependencies } from "../src/leads/submit-lead.ts";
import type { LogFields } from "../src/log.ts";
import { systemRandomness } from "../src/randomness.ts";
import { createSealing } from "../src/sealing/sealing.ts";

/** Secrets that only tests have. */
const testSecret = "a test secret of at least 32 characters";

/** A marketplace of one operation, with the ledger that the real one keeps: one lead for each identifier and search. */
export interface LeadLedger {
  /** What was created, by `clientIdentifier`. */
  leads: Map<string, AvinodeLeadRequest>;
  /** Every body that arrived, repeats included. */
  calls: AvinodeLeadRequest[];
  /** Runs before a call is looked at; may throw, or return a promise to hold it up. */
  onCall: (body: AvinodeLeadRequest) => unknown;
  /** Runs after the lead was created; what it throws is what the caller sees: a lost answer. */
  onAnswer: () => unknown;
}

export interface LeadDesk extends SubmitLeadDependencies, DeliverDueDependencies {
  deliveries: DeliveriesStore;
  lanes: LanesStore;
  unclaimed: UnclaimedStore;
  channels: Channels;
  database: Database;
  broker: Broker;
  ledger: LeadLedger;
  advance(ms: number): void;
  logged: ({ event: string } & LogFields)[];
  /** How often the worker was woken. */
  wakes: () => number;
  /** A request for the first `count` of `options`, freshly searched. */
  request(
    changes?: Partial<OptionsLeadRequestInput> & { choose?: number[]; searchId?: string; sealedFor?: Broker },
  ): OptionsLeadRequest;
  /** A request without options: `testTrip`. */
  ask(changes?: Partial<TripLeadRequestInput>): TripLeadRequest;
  submit(lead: LeadRequest, by?: { key?: string; broker?: Broker }): Promise<LeadReceipt>;
}

/** Everything between `POST /leads` and the marketplace, on a real database and real seals. */
export async function openLeadDesk(
  options: {
    url?: string;
    settings?: Partial<BrokerSettings>;
    secrets?: string[];
    database?: Database;
    /** Brokers besides `demo`, all of them with its ledger. */
    others?: string[];
    /** Takes the ledger's place. */
    marketplace?: (clock: Clock, brokerId: string) => AvinodeClient;
  } = {},
): Promise<LeadDesk> {
  let now = Date.parse("2026-12-01T10:00:00Z");
  let wakes = 0;
  const clock = { now: () => now };
  const ledger = createLedger();
  const logged: LeadDesk["logged"] = [];
  const take = (event: string, fields?: LogFields) => void logged.push({ event, ...fields });
  const secrets = options.secrets ?? [testSecret];
  const database =
    options.database ?? (await openDatabase({ url: options.url ?? ":memory:", clock, busyTimeoutMs: 50 }));
  const sealing = createSealing({ secrets, clock });
  const brokers = ["demo", ...(options.others ?? [])].map((id) => ({
    ...testBrokerWith(ledger, options.settings),
    id,
    ...(options.marketplace && { marketplace: options.marketplace(clock, id) }),
  }));
  const [broker = testBrokerWith(ledger)] = brokers;
  const log = { info: take, warn: take, error: take };
  const leads = createLeadsStore(database);
  const fingerprints = createLeadFingerprints(secrets);
  const desk = {
    database,
    broker,
    ledger,
    logged,
    clock,
    randomness: { ...systemRandomness },
    sealing,
    log,
    leads,
    deliveries: createDeliveriesStore(database),
    lanes: createLanesStore(database),
    sweeps: createSweepsStore(database),
    unclaimed: createUnclaimedStore(database),
    channels: createChannels({ leads, fingerprints, clock, mailer: null, log }),
    mailer: null,
    brokers: { findById: (id: string) => brokers.find((known) => known.id === id) },
    fingerprints,
    airportIndex: { find: (code: string) => [testAirport].find((airport) => airport.code === code) },
    deliveryWorker: { wake: () => void (wakes += 1) },
  };
  return {
    ...desk,
    wakes: () => wakes,
    advance: (ms) => void (now += ms),
    request: ({ choose = [0], searchId = `asearch-${crypto.randomUUID()}`, sealedFor = broker, ...changes } = {}) => {
      const { search, options: shown } = sealedSearch({ sealing, broker: sealedFor, searchId, now });
      const chosen = choose.flatMap((index) => shown[index] ?? []);
      return OptionsLeadRequest.parse({ search, options: chosen, contact: testContact, ...changes });
    },
    ask: (changes) => TripLeadRequest.parse({ trip: testTrip, contact: testContact, ...changes }),
    submit: (lead, { key = crypto.randomUUID(), broker: asked = broker } = {}) =>
      submitLead(desk, { broker: asked, key, lead, origin: "https://www.demo-charter.example" }),
  };
}

const testContact = { name: "Jo Smith", email: "jo@example.com" };

/** To a place that no lookup finds, and back. */
export const testTrip = {
  legs: [
    {
      from: { code: "EGGW" },
      to: { words: "the grass strip near Ascot" },
      date: "2026-12-13",
      time: "11:00",
      passengers: 4,
    },
    { from: { words: "the grass strip near Ascot" }, to: { code: "ZZ42" }, date: "2026-12-15", passengers: 3 },
  ],
};

const testAirport = {
  code: "EGGW",
  icao: "EGGW",
  iata: "LTN",
  name: "Luton",
  city: "London",
  country: { code: "GB", name: "United Kingdom" },
  position: null,
};

const testLeg: Option["legs"][number] = {
  from: testAirport,
  to: { ...testAirport, code: "KTEB", icao: "KTEB", iata: "TEB", name: "Teterboro", city: "New York" },
  departsAt: { utc: "2026-12-13T11:00:00Z", local: "2026-12-13T11:00:00+00:00" },
  arrivesAt: { utc: "2026-12-13T18:40:00Z", local: "2026-12-13T13:40:00-05:00" },
  timeToBeDecided: false,
  flightMinutes: 460,
  blockMinutes: 475,
  distanceNm: 3020,
  fuelStops: 0,
};

/** Two aircraft, a type, a category with a range, and a hidden price, in this order; ids as on the wire. */
export const testOptions: { hitId: string | null; option: Omit<Option, "token">; hidden?: Option["price"] }[] = [
  { hitId: "asearchhit-CANARY-0", option: optionOf({ kind: "aircraft", type: "Falcon 2000", amount: 71_500 }) },
  {
    hitId: "asearchhit-CANARY-1",
    option: optionOf({ kind: "aircraft", type: "Challenger 350 CANARY-1", amount: 64_200 }),
  },
  { hitId: null, option: optionOf({ kind: "type", type: "Falcon 900", amount: 80_100 }) },
  { hitId: null, option: optionOf({ kind: "category", type: null, amount: 12_000, amountTo: 19_000 }) },
  {
    hitId: null,
    option: { ...optionOf({ kind: "type", type: "Citation X", amount: 1 }), price: null },
    hidden: { amount: 55_555, currency: "EUR", basis: "estimate" },
  },
];

function optionOf(by: {
  kind: "aircraft" | "type" | "category";
  type: string | null;
  amount: number;
  amountTo?: number;
}): Omit<Option, "token"> {
  return {
    kind: by.kind,
    category: "Heavy jet",
    type: by.type,
    maxPassengers: 10,
    aircraftCount: by.kind === "aircraft" ? 1 : 4,
    price: {
      amount: by.amount,
      ...(by.amountTo !== undefined && { amountTo: by.amountTo }),
      currency: "EUR",
      basis: "estimate",
    },
    legs: [testLeg],
    aircraft: null,
    photos: [{ kind: "EXTERIOR", url: "/photos/sealed" }],
  };
}

function sealedSearch(by: {
  sealing: SubmitLeadDependencies["sealing"];
  broker: Broker;
  searchId: string;
  now: number;
}): { search: string; options: Option[] } {
  const search = by.sealing.sealSearch(by.broker, {
    searchId: by.searchId,
    expiresAt: new Date(by.now + 30 * 60_000).toISOString(),
    currency: "EUR",
    groupBy: "aircraft",
    request: SearchRequest.parse({ legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", passengers: 7 }] }),
  });
  const tokens = by.sealing.sealOptions(
    by.broker,
    search,
    testOptions.map(({ hitId, hidden = null, option }) => ({
      hitId,
      price: hidden,
      publicFields: JSON.stringify(option),
    })),
  );
  return {
    search: search.token,
    options: testOptions.map(({ option }, index) => ({ token: tokens[index] ?? "", ...option })),
  };
}

function createLedger(): LeadLedger {
  return { leads: new Map(), calls: [], onCall: () => undefined, onAnswer: () => undefined };
}

function testBrokerWith(ledger: LeadLedger, settings: Partial<BrokerSettings> = {}): Broker {
  return {
    id: "demo",
    name: "Demo Charter",
    embedKeys: ["pk_demo"],
    origins: ["https://www.demo-charter.example"],
    settings: { ...BrokerSettings.parse({}), ...settings },
    environment: "sandbox",
    credentialsVersion: "first",
    marketplace: marketplaceOf(ledger),
  };
}

function unasked(): Promise<never> {
  return Promise.reject(new Error("a lead needs no such call"));
}

function marketplaceOf(ledger: LeadLedger): AvinodeClient {
  return {
    airports: { search: unasked, read: unasked },
    searches: { create: unasked, read: unasked },
    webhooks: { list: unasked, create: unasked, update: unasked },
    leads: {
      read: unasked,
      async create(body) {
        ledger.calls.push(structuredClone(body));
        await ledger.onCall(body);
        const again = ledger.leads.has(body.clientIdentifier);
        const spent = [...ledger.leads.values()].some((lead) => lead.searchId === body.searchId);
        if (spent && !again)
          throw new AvinodeError({ operation: "leads.create", reason: "invalid", sent: true, status: 422 });
        if (!again) ledger.leads.set(body.clientIdentifier, structuredClone(body));
        await ledger.onAnswer();
        const seller = { id: "acomp-CANARY-SELLER", displayName: "Globex Air CANARY-SELLER" };
        const lead = { id: "alead-1", sellerQuotes: [{ id: "asearchhit-CANARY-0", sellerCompany: seller }] };
        return { ...lead, raw: JSON.stringify({ data: lead }) };
      },
    },
    budget: () => ({ available: 1, waitMs: 0 }),
    clockSkewMs: () => 0,
  };
}
