import type { HttpHandler } from "msw";
import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import { readAirport } from "./airports/read-airport.ts";
import { listAircraftTypes, searchAircraftTypes } from "./aircraft/aircraft-types.ts";
import { readAircraft, searchAircraft } from "./aircraft/aircraft.ts";
import { searchAirports } from "./airports/search-airports.ts";
import { sandboxConnections, type SandboxConnection } from "./connections.ts";
import { createLeg, deleteLeg, updateLeg } from "./empty-legs/publish-leg.ts";
import { readLeg } from "./empty-legs/read-leg.ts";
import { searchLegs } from "./empty-legs/search-legs.ts";
import { defaultViewedPath, viewLeg, type LegView } from "./empty-legs/view-leg.ts";
import { toHandler, type Endpoint } from "./http/endpoint.ts";
import { createRateLimit, type HourlyRate, type Rate } from "./http/rate-limit.ts";
import { createLead } from "./leads/create-lead.ts";
import { readLead } from "./leads/read-lead.ts";
import { photoHandler } from "./media/photo-handler.ts";
import { readPhoto } from "./media/read-photo.ts";
import { tokenHandler } from "./oauth/token-handler.ts";
import { readQuote } from "./quotes/read-quote.ts";
import { pageHandler } from "./pages/page-handler.ts";
import { createRandom } from "./random.ts";
import { createRfq } from "./rfqs/create-rfq.ts";
import { listRfqs } from "./rfqs/list-rfqs.ts";
import { readRfq } from "./rfqs/read-rfq.ts";
import { listSchedules } from "./schedules/list-schedules.ts";
import { putSchedule } from "./schedules/put-schedule.ts";
import { createSearch } from "./searches/create-search.ts";
import { readSearch } from "./searches/read-search.ts";
import { createState, type ReceivedCall, type State } from "./state.ts";
import { chat } from "./tripmsgs/chat.ts";
import { decline } from "./tripmsgs/decline.ts";
import { readMessage } from "./tripmsgs/read-message.ts";
import { submitQuote } from "./tripmsgs/submit-quote.ts";
import { cancelRfq, cancelTrip } from "./trips/cancel.ts";
import { createTrip } from "./trips/create-trip.ts";
import { readTrip } from "./trips/read-trip.ts";
import { searchTrips } from "./trips/search-trips.ts";
import { updateTrip } from "./trips/update-trip.ts";
import { tellWatches } from "./watches/tell-watches.ts";
import { createWatch, getAllLegs, listWatches, readWatch, updateWatch } from "./watches/watches.ts";
import { announceLead, deliverDue, deliverOutbox, type OutgoingNotification } from "./webhooks/outbox.ts";
import { createSettings, listSettings, updateSettings } from "./webhooks/settings.ts";
import { listFleet, type MarketedAircraft } from "./world/list-fleet.ts";

export interface MarketplaceOptions {
  /** What "now" is: for time stamps, past dates, limits and expiry. The system's clock unless given. */
  clock?: { now(): number };
  /** The same seed makes the same fleet, prices, ids and surprises. 1 unless given. */
  seed?: number;
  /** Where links and photos are said to be; its path is where the handlers listen, on any origin. */
  baseUrl?: string;
  /** For each connection and endpoint; one a second and ten at once unless given, `{ perHour }` for the older way, `null` for none. */
  rate?: Rate | HourlyRate | null;
  /** Added to each answer, milliseconds; none unless given. */
  latency?: { minMs: number; maxMs: number };
  /** Instead of `sandboxConnections`. */
  connections?: readonly SandboxConnection[];
  /** How latency and slow sentinels wait; a timer unless given. */
  wait?: (ms: number) => Promise<void>;
  /** Where drawings come from, by file name; the package's `photos` folder unless given. */
  readPhoto?: (file: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** How notifications leave, each at once and beside the call that caused it; unless given they wait for `deliverNotifications`. */
  sendNotification?: typeof fetch;
  /** How long a receiver of notifications may take before it counts as not delivered; 30 seconds unless given. */
  notificationTimeoutMs?: number;
  /** Where views of empty legs are reported, with `:id`: nobody has recovered the marketplace's own path. */
  viewedPath?: string;
}

/** A lead in the ledger. */
export interface LedgerLead {
  id: string;
  /** The name of the connection that sent it. */
  connection: string;
  searchId: string | undefined;
  sellerQuoteIds: string[];
  inquiryLift: NonNullable<AvinodeLeadRequest["inquiryLift"]>;
  /** What the options are, in the order they were sent. */
  options: { aircraftCategory: string; aircraftType: string }[];
  tripId: string;
  body: AvinodeLeadRequest;
  /** ISO 8601, UTC. */
  receivedAt: string;
}

export interface Marketplace {
  readonly baseUrl: string;
  /** MSW request handlers; they match any origin. */
  readonly handlers: HttpHandler[];
  readonly ledger: { leads(): LedgerLead[] };
  /** What the company of a connection markets, by tail; another fleet after each reset, and none for those who only buy. */
  fleet(connection: SandboxConnection): MarketedAircraft[];
  /** Every call received since the start, oldest first. */
  calls(): ReceivedCall[];
  /** Something about a lead has changed: those who want to know are told, in the same words as before. */
  announceLead(id: string): void;
  /** Views of empty legs since the last reset, oldest first. */
  views(): LegView[];
  /** Lets time tell: watches are told of what the clock has brought, and notifications that are due leave by themselves. */
  tick(): Promise<void>;
  /** One more round: sends whatever was not answered with 200, for up to 48 hours; by `send`, or as the marketplace does. */
  deliverNotifications(send?: typeof fetch): Promise<OutgoingNotification[]>;
  /** Every notification since the last reset, oldest first. */
  notifications(): OutgoingNotification[];
  /** The weekly reset: searches, leads, webhooks, ids and access tokens are gone, the fleet is another. */
  reset(): void;
}

const endpoints: Endpoint[] = [
  searchAirports,
  readAirport,
  createSearch,
  readSearch,
  createLead,
  readLead,
  createTrip,
  searchTrips,
  readTrip,
  updateTrip,
  cancelTrip,
  createRfq,
  listRfqs,
  readRfq,
  cancelRfq,
  readQuote,
  readMessage,
  chat,
  submitQuote,
  decline,
  listSettings,
  createSettings,
  updateSettings,
  searchAircraft,
  readAircraft,
  listAircraftTypes,
  searchAircraftTypes,
  searchLegs,
  createLeg,
  // Before `/emptylegs/:id`, which would take their path for an id.
  createWatch,
  listWatches,
  readWatch,
  updateWatch,
  getAllLegs,
  readLeg,
  updateLeg,
  deleteLeg,
  putSchedule,
  listSchedules,
];

/** A simulated marketplace in memory. */
export function createMarketplace(options: MarketplaceOptions = {}): Marketplace {
  const clock = options.clock ?? Date;
  const seed = options.seed ?? 1;
  const { minMs, maxMs } = options.latency ?? { minMs: 0, maxMs: 0 };
  const latency = createRandom(seed);
  const state = createState({
    seed,
    baseUrl: (options.baseUrl ?? "https://sandbox.avinode.com/api").replace(/\/$/, ""),
    connections: options.connections ?? Object.values(sandboxConnections),
    rateLimit: createRateLimit(options.rate === undefined ? { perSecond: 1, burst: 10 } : options.rate),
    now: () => clock.now(),
    wait: options.wait ?? waitWithTimer,
    latencyMs: () => latency.between(minMs, maxMs),
    readPhoto: options.readPhoto ?? readPhoto,
    send: options.sendNotification,
    notificationTimeoutMs: options.notificationTimeoutMs ?? 30_000,
  });
  const handlers = [
    ...[...endpoints, viewLeg(options.viewedPath ?? defaultViewedPath)].map((endpoint) => toHandler(endpoint, state)),
    tokenHandler(state),
    photoHandler(state),
    pageHandler(state),
  ];
  return {
    baseUrl: state.baseUrl,
    handlers,
    ledger: { leads: () => listLeads(state) },
    fleet: (connection) => listFleet(connection, state.fleet),
    calls: () => state.received.map((call) => ({ ...call })),
    announceLead: (id) => {
      const lead = state.leads.get(id);
      if (lead) announceLead(state, lead);
    },
    views: () => state.legs.views.map((view) => ({ ...view })),
    tick: async () => {
      tellWatches(state);
      await deliverDue(state);
    },
    deliverNotifications: (send) => {
      tellWatches(state);
      return deliverOutbox(state, send);
    },
    notifications: () => state.outbox.map((notification) => ({ ...notification })),
    reset: () => state.reset(),
  };
}

function listLeads(state: State): LedgerLead[] {
  return [...state.leads.values()].map(({ id, connection, body, options, tripId, receivedAt }) => ({
    id,
    connection,
    searchId: body.searchId,
    sellerQuoteIds: body.sellerQuoteIds ?? [],
    inquiryLift: body.inquiryLift ?? [],
    options,
    tripId,
    body,
    receivedAt: new Date(receivedAt).toISOString(),
  }));
}

async function waitWithTimer(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
