import {
  connectAvinode,
  createAvinodeClient,
  AvinodeError,
  type AvinodeClient,
  type AvinodeClientOptions,
  type AvinodeConnection,
} from "../src/avinode/index.ts";
import { createVirtualTime, type VirtualTime } from "./virtual-time.ts";

export interface Seen {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  /** Virtual milliseconds since the test began. */
  at: number;
}

export type Reply = (seen: Seen, index: number) => Response | Promise<Response>;

/** A marketplace made by hand: answers as it is told and remembers what came. */
export function createMarketplace(
  reply: Reply,
  options: Partial<AvinodeClientOptions> = {},
): {
  client: AvinodeClient;
  /** For resources that the client has not; with a call budget of its own. */
  connection: AvinodeConnection;
  seen: Seen[];
  time: VirtualTime;
} {
  const time = createVirtualTime();
  const startedAt = time.clock.now();
  const seen: Seen[] = [];
  const settings: AvinodeClientOptions = {
    baseUrl: "https://marketplace.example/api",
    product: "Liftline v1.0",
    apiToken: "api-token",
    auth: { kind: "token", token: "connection-token" },
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.text();
      const { method, headers } = request;
      const call = { method, url: new URL(request.url), headers, body, at: time.clock.now() - startedAt };
      seen.push(call);
      return reply(call, seen.length - 1);
    },
    ...options,
  };
  return { client: createAvinodeClient(settings), connection: connectAvinode(settings), seen, time };
}

export function answer(data: unknown, init: ResponseInit = {}): Response {
  return Response.json({ meta: { errors: [], warnings: [], infos: [] }, data }, init);
}

export function refusal(
  status: number,
  { headers = {}, errors = [] }: { headers?: Record<string, string>; errors?: unknown[] } = {},
): Response {
  return Response.json({ meta: { errors } }, { status, headers });
}

/** The error a call ended with; a call that went well is a failed test. */
export async function failureOf(call: Promise<unknown>): Promise<AvinodeError> {
  const outcome = await call.then(
    () => "the call went well",
    (error: unknown) => error,
  );
  if (outcome instanceof AvinodeError) return outcome;
  throw new Error("not an AvinodeError", { cause: outcome });
}

export const luton = { id: "aport-1", name: "LUTON", icao: "EGGW", position: { latitude: 51.87, longitude: "-0.37" } };

export const searchBody = {
  segments: [
    {
      startAirport: { icao: "EGGW" },
      endAirport: { icao: "KTEB" },
      dateTime: { date: "2026-12-13", time: "11:00", departure: true, local: true },
      paxCount: "7",
    },
  ],
};

export const leadBody = {
  searchId: "asearch-1",
  sellerQuoteIds: ["asearchhit-1"],
  leadContactInfo: { name: "Jo Smith", emailAddresses: [{ type: "Home", emailAddress: "jo@example.com" }] },
  leadMessage: 'A "dog"\ncomes along \\ 🐕',
  clientIdentifier: "lead-1",
};
