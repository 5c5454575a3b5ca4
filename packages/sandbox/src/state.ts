import { boundedMap } from "./bounded-map.ts";
import type { SandboxConnection } from "./connections.ts";
import { createLegBook, type LegBook } from "./empty-legs/leg-book.ts";
import type { RateLimit } from "./http/rate-limit.ts";
import type { StoredLead } from "./leads/create-lead.ts";
import { createPhotos, type Photos } from "./media/photos.ts";
import { createRandom, seedFor } from "./random.ts";
import type { StoredSearch } from "./searches/create-search.ts";
import type { OutgoingNotification } from "./webhooks/outbox.ts";
import type { StoredSettings } from "./webhooks/settings.ts";
import { createTripBook, type TripBook } from "./trips/trip-book.ts";
import { createFleet, type Aircraft } from "./world/fleet.ts";

/** One call that arrived, for tests: the query and the body are not kept. */
export interface ReceivedCall {
  method: string;
  path: string;
  /** ISO 8601, UTC. */
  at: string;
  /** 0 while it is being answered or when the connection was cut. */
  status: number;
}

/** Everything that changes, and the collaborators that endpoints need. */
export interface State {
  readonly seed: number;
  readonly baseUrl: string;
  readonly fleet: Aircraft[];
  readonly photos: Photos;
  readonly searches: Map<string, StoredSearch>;
  readonly leads: Map<string, StoredLead>;
  /** Empty legs, watches and schedules. */
  readonly legs: LegBook;
  /** Trips of all buyers, and all that became of them. */
  readonly book: TripBook;
  /** Webhook settings of all companies. */
  readonly webhooks: Map<string, StoredSettings>;
  /** Every notification since the last reset, oldest first. */
  readonly outbox: OutgoingNotification[];
  /** How notifications leave by themselves; undefined where they wait to be sent. */
  send?: typeof fetch | undefined;
  /** How long a receiver may take, in real time. */
  notificationTimeoutMs: number;
  /** Tries of misbehaving leads, by connection and clientIdentifier. */
  readonly tries: Map<string, number>;
  /** OAuth access tokens handed out. */
  readonly accessTokens: Map<string, { connection: SandboxConnection; expiresAt: number }>;
  readonly connections: readonly SandboxConnection[];
  readonly rateLimit: RateLimit;
  readonly received: ReceivedCall[];
  now: () => number;
  wait: (ms: number) => Promise<void>;
  latencyMs: () => number;
  readPhoto: (file: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  findConnection: (token: string) => SandboxConnection | undefined;
  /** Notes the call; the returned function adds how it was answered. */
  recordCall(request: Request): (status: number) => void;
  callCount(): number;
  nextId(kind: string): string;
  /** The MSW pattern of a path below the base URL, on any origin. */
  path(below: string): string;
  reset(): void;
}

export interface StateOptions {
  seed: number;
  baseUrl: string;
  connections: readonly SandboxConnection[];
  rateLimit: RateLimit;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  latencyMs: () => number;
  readPhoto: (file: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  send?: typeof fetch | undefined;
  notificationTimeoutMs: number;
}

const maxSearches = 500;
const maxCalls = 10_000;

export function createState(options: StateOptions): State {
  const prefix = new URL(options.baseUrl).pathname.replace(/\/$/, "");
  const received: ReceivedCall[] = [];
  const accessTokens: State["accessTokens"] = new Map();
  let resets = 0;
  let calls = 0;
  let connections = options.connections;
  let world = createWorld(options, resets);

  return {
    ...options,
    get connections() {
      return connections;
    },
    get seed() {
      return world.seed;
    },
    get fleet() {
      return world.fleet;
    },
    get photos() {
      return world.photos;
    },
    get searches() {
      return world.searches;
    },
    get leads() {
      return world.leads;
    },
    get legs() {
      return world.legs;
    },
    get book() {
      return world.book;
    },
    get webhooks() {
      return world.webhooks;
    },
    get outbox() {
      return world.outbox;
    },
    get tries() {
      return world.tries;
    },
    received,
    accessTokens,
    callCount: () => calls,
    nextId: (kind) => world.nextId(kind),
    path: (below) => `*${prefix}${below}`,
    findConnection: (token) => findConnection({ connections, now: options.now }, accessTokens, token),
    recordCall: (request) => {
      calls += 1;
      const call = {
        method: request.method,
        path: new URL(request.url).pathname,
        at: new Date(options.now()).toISOString(),
        status: 0,
      };
      received.push(call);
      if (received.length > maxCalls) received.shift();
      return (status) => (call.status = status);
    },
    reset: () => {
      resets += 1;
      world = createWorld(options, resets);
      connections = connections.map((connection) => ({ ...connection, ...connection.afterReset }));
      accessTokens.clear();
      options.rateLimit.forget();
    },
  };
}

/** What a weekly reset replaces: the fleet, the ids, all searches, leads and webhooks. */
function createWorld(options: StateOptions, resets: number) {
  const seed = seedFor(options.seed, `week ${resets}`);
  const fleet = createFleet(seed);
  const random = createRandom(seedFor(seed, "ids"));
  const counters = new Map<string, number>();
  function nextId(kind: string): string {
    const next = (counters.get(kind) ?? random.between(20_000_000, 900_000_000)) + random.between(1, 30);
    counters.set(kind, next);
    return `${kind}-${next}`;
  }
  return {
    seed,
    fleet,
    nextId,
    photos: createPhotos({ seed, baseUrl: options.baseUrl, fleet }),
    searches: boundedMap<StoredSearch>(maxSearches),
    leads: new Map<string, StoredLead>(),
    legs: createLegBook({ seed, fleet }),
    book: createTripBook(),
    webhooks: new Map<string, StoredSettings>(),
    outbox: new Array<OutgoingNotification>(),
    tries: new Map<string, number>(),
  };
}

function findConnection(
  options: Pick<StateOptions, "connections" | "now">,
  accessTokens: State["accessTokens"],
  token: string,
) {
  const granted = accessTokens.get(token);
  if (granted !== undefined) return granted.expiresAt > options.now() ? granted.connection : undefined;
  return options.connections.find((connection) => connection.token === token);
}
