import { createAvinodeClient, type AvinodeClient, type AvinodeClientOptions } from "@liftline/api-client/avinode";
import type { LedgerAnswer, LedgerCall, MarketplaceLedger } from "./marketplace-ledger.ts";

export interface LedgerClientOptions extends Pick<AvinodeClientOptions, "clock"> {
  ledger: MarketplaceLedger;
  /** Whose connection. */
  token: string;
  /** Runs before a call is looked at; what it answers takes the place of the ledger's answer, what it throws breaks the connection. */
  before?: (call: LedgerCall) => LedgerAnswer | undefined | Promise<LedgerAnswer | undefined>;
  /** The same after the ledger did what was asked. */
  after?: (call: LedgerCall) => LedgerAnswer | undefined | Promise<LedgerAnswer | undefined>;
}

/** The marketplace's own client over a ledger in memory: no port, and no time but the clock's. */
export function createLedgerClient(
  { ledger, token, before, after, clock }: LedgerClientOptions,
  options: Partial<AvinodeClientOptions> = {},
): AvinodeClient {
  return createAvinodeClient({
    baseUrl: "https://marketplace.example/api",
    product: "Liftline v1.0",
    apiToken: "api-token",
    auth: { kind: "token", token },
    rate: { perSecond: 1000, burst: 1000 },
    clock,
    async fetch(input, init) {
      const request = new Request(input, init);
      const path = new URL(request.url).pathname.replace("/api", "");
      const call = { method: request.method, path, token, body: await request.text() };
      const early = await before?.(call);
      if (early) return respond(early);
      const answer = ledger.answer(call);
      return respond((await after?.(call)) ?? answer);
    },
    ...options,
  });
}

function respond({ status, body }: LedgerAnswer): Response {
  return Response.json(body, { status });
}

/** A connection that breaks after the first byte left. */
export function reset(): never {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
}
