import { createAirportCache, type AirportCache } from "./airports/airport-cache.ts";
import { createAirportIndex, type AirportIndex } from "./airports/airport-index.ts";
import { createCountryNames, type CountryNames } from "./airports/country-name.ts";
import { createBrokers, type Brokers } from "./brokers/brokers.ts";
import { createBroker, type ConnectionParts } from "./brokers/create-broker.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import { PushError } from "./deliveries/channels/crm/push-error.ts";
import type { PushFetch } from "./deliveries/channels/crm/push-fetch.ts";
import { createMailer, type Mailer } from "./deliveries/channels/mail/mailer.ts";
import { claimDelivery } from "./deliveries/claim-delivery.ts";
import { deliverLead } from "./deliveries/deliver-lead.ts";
import { createDeliveriesStore, type DeliveriesStore } from "./deliveries/deliveries.store.ts";
import { createDeliveryWorker, systemTimers, type DeliveryWorker } from "./deliveries/delivery-worker.ts";
import type { AddressBlock } from "./http/client-address.ts";
import type { ReadinessCheck } from "./http/health.routes.ts";
import { createRateLimits, type RateLimits } from "./http/rate-limits.ts";
import type { WidgetFiles } from "./http/widget-files.ts";
import { createLeadFingerprints, type LeadFingerprints } from "./leads/fingerprint.ts";
import { createLeadsStore, type LeadsStore } from "./leads/leads.store.ts";
import { createLog, type Log } from "./log.ts";
import { randomFraction, systemRandomness, type Randomness } from "./randomness.ts";
import { createSealing, type Sealing } from "./sealing/sealing.ts";
import { systemSleep, type Sleep } from "./sleep.ts";

/** Everything the app works with, made once. Rooms take the few of these that they need. */
export interface Dependencies {
  config: Config;
  clock: Clock;
  log: Log;
  randomness: Randomness;
  sleep: Sleep;
  fetch: typeof globalThis.fetch;
  brokers: Brokers;
  trustedProxies: AddressBlock[];
  rateLimits: RateLimits;
  database: Database;
  sealing: Sealing;
  leads: LeadsStore;
  fingerprints: LeadFingerprints;
  deliveries: DeliveriesStore;
  /** Null where no mail server is configured. */
  mailer: Mailer | null;
  /** Stands still until the host starts it. */
  deliveryWorker: DeliveryWorker;
  airportCache: AirportCache;
  airportIndex: AirportIndex;
  countryNames: CountryNames;
  widgetFiles: WidgetFiles;
  readiness: ReadinessCheck[];
  /** Gives back what was opened; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/** What a host or a test brings itself: its database, and whatever it has in another way than a Node process. */
export type HostParts = Pick<Dependencies, "database"> & Overrides;

export type Overrides = Partial<
  Pick<
    Dependencies,
    "clock" | "log" | "randomness" | "sleep" | "fetch" | "database" | "airportIndex" | "mailer" | "widgetFiles"
  > & {
    /** How leads leave for brokers' own systems; without it none does, because how to do so safely depends on the host. */
    pushFetch: PushFetch;
  }
>;

/** The only wiring, for every host and for tests. */
export function createDependencies(config: Config, { database, ...overrides }: HostParts): Dependencies {
  const clock = overrides.clock ?? systemClock;
  const log =
    overrides.log ?? createLog({ level: config.logLevel, clock, write: (line) => process.stdout.write(line) });
  const randomness = overrides.randomness ?? systemRandomness;
  const sleep = overrides.sleep ?? systemSleep;
  const fetch = overrides.fetch ?? globalThis.fetch;
  const parts: ConnectionParts = { fetch, clock, sleep, log, random: () => randomFraction(randomness) };
  const secrets = config.secrets.map((secret) => secret.reveal());
  const crm = { fetch: overrides.pushFetch ?? refusePush, clock, createGuid: () => crypto.randomUUID() };
  const brokers = createBrokers(config.brokers.map((broker) => createBroker(broker, { config, parts, crm })));
  const deliveries = createDeliveriesStore(database);
  // Leases and schedules go by the time that every process on this database agrees on (I8).
  const delivering = { deliveries, brokers, clock: database.clock, randomness, log };
  const deliveryWorker = createDeliveryWorker({
    ...delivering,
    claim: () => claimDelivery(delivering),
    deliver: (delivery) => deliverLead(delivering, delivery),
    timers: systemTimers,
  });

  return {
    config,
    clock,
    log,
    randomness,
    sleep,
    fetch,
    brokers,
    trustedProxies: config.trustedProxies,
    rateLimits: createRateLimits(allowances(config.limits), clock),
    database,
    sealing: createSealing({ secrets, clock }),
    leads: createLeadsStore(database),
    fingerprints: createLeadFingerprints(secrets),
    deliveries,
    mailer: overrides.mailer ?? (config.smtp ? createMailer(config.smtp) : null),
    deliveryWorker,
    airportCache: createAirportCache(clock),
    airportIndex: overrides.airportIndex ?? createAirportIndex(),
    countryNames: createCountryNames(),
    widgetFiles: overrides.widgetFiles ?? new Map(),
    readiness: [{ name: "database", check: () => database.ready() }],
    async close() {
      await deliveryWorker.stop();
      await database.close();
    },
  };
}

const refusePush: PushFetch = () => Promise.reject(new PushError("address"));

function allowances(limits: Config["limits"]): Parameters<typeof createRateLimits>[0] {
  const minuteMs = 60_000;
  return {
    lookups: { count: limits.lookupsPerMinute, windowMs: minuteMs },
    searches: { count: limits.searchesPerMinute, windowMs: minuteMs },
    leads: { count: limits.leadsPerHour, windowMs: 60 * minuteMs },
  };
}
