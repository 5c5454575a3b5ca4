import { createAirports, type AvinodeAirports } from "./airports.ts";
import { connectAvinode } from "./connection.ts";
import type { AvinodeOperation } from "@liftline/schema/avinode";
import { createLeads, type AvinodeLeads } from "./leads.ts";
import type { AvinodeClientOptions } from "./options.ts";
import { createSearches, type AvinodeSearches } from "./searches.ts";
import type { Budget } from "./throttle.ts";
import { createWebhooks, type AvinodeWebhooks } from "./webhooks.ts";

/** A connection with what an end-client's trip needs. Every method throws `AvinodeError` and nothing else. */
export interface AvinodeClient {
  airports: AvinodeAirports;
  searches: AvinodeSearches;
  leads: AvinodeLeads;
  webhooks: AvinodeWebhooks;
  /** How much of an operation's call budget is left, without spending any. */
  budget(operation: AvinodeOperation): Budget;
  /** How far the marketplace's clock is ahead of ours, in milliseconds, as far as its answers told; 0 until then. */
  clockSkewMs(): number;
}

export function createAvinodeClient(options: AvinodeClientOptions): AvinodeClient {
  const connection = connectAvinode(options);
  return {
    airports: createAirports(connection),
    searches: createSearches(connection),
    leads: createLeads(connection),
    webhooks: createWebhooks(connection),
    budget: connection.budget,
    clockSkewMs: connection.clockSkewMs,
  };
}
