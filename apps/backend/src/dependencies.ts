import { createAirportCache, type AirportCache } from "./airports/airport-cache.ts";
import { createAirportIndex, type AirportIndex } from "./airports/airport-index.ts";
import { createCountryNames, type CountryNames } from "./airports/country-name.ts";
import { createBrokers, type Brokers } from "./brokers/brokers.ts";
import { createCallBucketsStore } from "./brokers/call-buckets.store.ts";
import { createConnectionsStore, type ConnectionsStore } from "./brokers/connections.store.ts";
import { createBroker, type ConnectionParts } from "./brokers/create-broker.ts";
import { noteSuccesses } from "./brokers/note-successes.ts";
import { createSharedThrottle } from "./brokers/shared-throttle.ts";
import { watchConnections } from "./brokers/watch-connections.ts";
import { systemClock, type Clock } from "./clock.ts";
import { marketplaceEnvironment, type Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import { PushError } from "./deliveries/channels/crm/push-error.ts";
import type { PushFetch } from "./deliveries/channels/crm/push-fetch.ts";
import { createMailer, type Mailer } from "./deliveries/channels/mail/mailer.ts";
import type { Channels } from "./deliveries/channels/channel.ts";
import { createChannels } from "./deliveries/channels/create-channels.ts";
import { createDeliveriesStore, type DeliveriesStore } from "./deliveries/deliveries.store.ts";
import { createDeliveryWorker, systemTimers, type DeliveryWorker } from "./deliveries/delivery-worker.ts";
import { createLanesStore, type LanesStore } from "./deliveries/lanes.store.ts";
import { createSweepsStore, type SweepsStore } from "./deliveries/sweeps.store.ts";
import { createUnclaimedStore, type UnclaimedStore } from "./deliveries/unclaimed.store.ts";
import type { AddressBlock } from "./http/client-address.ts";
import type { ReadinessCheck } from "./http/health.routes.ts";
import { createRateLimits, type RateLimits } from "./http/rate-limits.ts";
import type { WidgetFiles } from "./http/widget-files.ts";
import {
  createFingerprint,
  createLeadFingerprints,
  type Fingerprint,
  type LeadFingerprints,
} from "./leads/fingerprint.ts";
import { createErasuresStore, type ErasuresStore } from "./leads/erasures.store.ts";
import { createLeadsStore, type LeadsStore } from "./leads/leads.store.ts";
import { createRetentionWorker, type RetentionWorker } from "./leads/retention-worker.ts";
import { createLog, type Log } from "./log.ts";
import { createCallCounts, type CallCounts } from "./metrics/call-counts.ts";
import { createFiguresStore, type FiguresStore } from "./metrics/figures.store.ts";
import { createForeignErasuresStore, type ForeignErasuresStore } from "./notifications/foreign-erasures.store.ts";
import { createWebhookKeeper } from "./notifications/keep-webhooks.ts";
import { createNotificationWorker, type NotificationWorker } from "./notifications/notification-worker.ts";
import { createNotificationsStore, type NotificationsStore } from "./notifications/notifications.store.ts";
import { createOwnLeadsStore, type OwnLeadsStore } from "./notifications/own-leads.store.ts";
import { processDue } from "./notifications/process-due.ts";
import { processNotification } from "./notifications/process-notification.ts";
import { createWebhookSettingsStore, type WebhookSettingsStore } from "./notifications/webhook-settings.store.ts";
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
  erasures: ErasuresStore;
  /** Stands still until the host starts it. */
  retentionWorker: RetentionWorker;
  fingerprints: LeadFingerprints;
  deliveries: DeliveriesStore;
  lanes: LanesStore;
  sweeps: SweepsStore;
  /** Deliveries as people and notifications change them. */
  unclaimed: UnclaimedStore;
  channels: Channels;
  /** Null where no mail server is configured. */
  mailer: Mailer | null;
  /** Stands still until the host starts it. */
  deliveryWorker: DeliveryWorker;
  notifications: NotificationsStore;
  ownLeads: OwnLeadsStore;
  /** Stands still until the host starts it. */
  notificationWorker: NotificationWorker;
  /** For a host that wakes by a clock: looks at what is due, until then at the latest (milliseconds since the epoch). */
  processNotifications(until?: number): Promise<number>;
  /** For such a host, too: checks brokers' webhook settings where that is due. Throws nothing. */
  keepWebhooks(): Promise<void>;
  foreignErasures: ForeignErasuresStore;
  webhookSettings: WebhookSettingsStore;
  connections: ConnectionsStore;
  figures: FiguresStore;
  callCounts: CallCounts;
  /** Recognises webhook settings without keeping the secret in them. */
  fingerprint: Fingerprint;
  /** Where this backend is reached from outside; null where the configuration does not say. */
  publicUrl: string | null;
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
    /** Whether one request may wait for what another one began; true unless given. Not on Workers. */
    coalesces: boolean;
  }
>;

/** The only wiring, for every host and for tests. */
export function createDependencies(config: Config, { database, ...overrides }: HostParts): Dependencies {
  const clock = overrides.clock ?? systemClock;
  const log =
    overrides.log ?? createLog({ level: config.logLevel, clock, write: (line) => process.stdout.write(line) });
  const randomness = overrides.randomness ?? systemRandomness;
  const sleep = overrides.sleep ?? systemSleep;
  const coalesces = overrides.coalesces ?? true;
  const fetch = overrides.fetch ?? globalThis.fetch;
  const throttling = { callBuckets: createCallBucketsStore(database), clock: database.clock, sleep, log };
  const parts: ConnectionParts = {
    fetch,
    clock,
    sleep,
    log,
    random: () => randomFraction(randomness),
    coalesces,
    shareThrottle: database.isShared ? (budget) => createSharedThrottle(throttling, budget) : null,
  };
  const callCounts = createCallCounts();
  const connections = createConnectionsStore(database);
  const environment = marketplaceEnvironment(config.marketplace.baseUrl);
  const secrets = config.secrets.map((secret) => secret.reveal());
  const crm = { fetch: overrides.pushFetch ?? refusePush, clock, createGuid: () => crypto.randomUUID(), coalesces };
  const brokers = createBrokers(
    config.brokers.map((broker) => {
      const noted = noteSuccesses({ connections, clock: database.clock, log }, { brokerId: broker.id, environment });
      return createBroker(broker, { config, parts: { ...parts, log: callCounts.counting(noted, broker.id) }, crm });
    }),
  );
  const mailer = overrides.mailer ?? (config.smtp ? createMailer(config.smtp) : null);
  const leads = createLeadsStore(database);
  const fingerprints = createLeadFingerprints(secrets);
  const delivering = {
    deliveries: createDeliveriesStore(database),
    lanes: createLanesStore(database),
    sweeps: createSweepsStore(database),
    channels: createChannels({ leads, fingerprints, clock, mailer, log }),
    brokers,
    randomness,
    log,
  };
  const deliveryWorker = createDeliveryWorker({ ...delivering, timers: systemTimers });

  const erasures = createErasuresStore(database);
  const retaining = { erasures, database, brokers, randomness, log, deliveryWorker };
  const retentionWorker = createRetentionWorker({
    ...retaining,
    keep: () => watchConnections({ connections, brokers, mailer, clock: database.clock, log }),
    timers: systemTimers,
  });

  const notifications = createNotificationsStore(database, { coalesces });
  const ownLeads = createOwnLeadsStore(database);
  const processing = {
    notifications,
    ownLeads,
    foreignErasures: createForeignErasuresStore(database),
    fingerprintForeign: createFingerprint(secrets, "lead from elsewhere"),
    deliveries: createUnclaimedStore(database),
    brokers,
    marketplaceUrl: config.marketplace.baseUrl,
    clock: database.clock,
    randomness,
    log,
  };
  const settings = {
    webhookSettings: createWebhookSettingsStore(database),
    fingerprint: createFingerprint(secrets, "webhook settings"),
    publicUrl: config.publicUrl ?? null,
  };
  const keepWebhooks = createWebhookKeeper({ ...processing, ...settings });
  const notificationWorker = createNotificationWorker({
    ...processing,
    environment,
    process: (claimed, stop) => processNotification(processing, claimed, stop),
    keep: keepWebhooks,
    timers: systemTimers,
  });

  return {
    config,
    clock,
    sleep,
    fetch,
    ...delivering,
    trustedProxies: config.trustedProxies,
    rateLimits: createRateLimits(allowances(config.limits), clock),
    database,
    sealing: createSealing({ secrets, clock }),
    leads,
    erasures,
    retentionWorker,
    fingerprints,
    unclaimed: createUnclaimedStore(database),
    mailer,
    deliveryWorker,
    notifications,
    ownLeads,
    foreignErasures: processing.foreignErasures,
    notificationWorker,
    processNotifications: (until) => processDue(processing, until),
    keepWebhooks,
    ...settings,
    airportCache: createAirportCache(clock, { coalesces }),
    airportIndex: overrides.airportIndex ?? createAirportIndex(),
    countryNames: createCountryNames(),
    widgetFiles: overrides.widgetFiles ?? new Map(),
    connections,
    figures: createFiguresStore(database),
    callCounts,
    readiness: [{ name: "database", check: () => database.ready() }],
    async close() {
      await deliveryWorker.stop();
      await notificationWorker.stop();
      await retentionWorker.stop();
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
    // Far above what people scroll through, behind one address and in a minute.
    photos: { count: 1_200, windowMs: minuteMs },
    // Far above what a marketplace sends in its worst minute, and below what a database cannot bear.
    notifications: { count: 60_000, windowMs: minuteMs },
    guesses: { count: 60, windowMs: minuteMs },
  };
}
