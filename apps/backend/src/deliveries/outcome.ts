import type { Wait } from "./delivery-schedule.ts";

/** What a try came to (`reliability.md` §4). `reason` is a word for the trail and the log, never the other end's own text. */
export type Outcome = Arrived | TryAgain | Renewed | ForAPerson;

/** The other end has it. */
export interface Arrived {
  /** `enriched`: with everything that we want to know of it. */
  state: "delivered" | "enriched";
  reason: string | null;
  /** The lead's id at the other end, never shown to anyone (R6). Missing: as it was. */
  externalId?: string | null;
  /** JSON: who markets the chosen aircraft. Back office only (R21). */
  sellers?: string | null;
  /** The answer as it came. Back office only (R21). */
  answer?: string | null;
  /** Milliseconds after which the rest is asked for; null or missing: there is nothing to ask. */
  askAgainMs?: number | null;
}

export interface TryAgain {
  /**
   * - `deferred`: surely not there
   * - `unknown`: may be there; the same is sent again
   * - `blocked_creds`: our credentials are refused
   * - `search_stale`: refused for good, because the other end no longer knows the search
   * - `conflict`: refused for good, because another lead was made from the search
   */
  state: "deferred" | "unknown" | "blocked_creds" | "search_stale" | "conflict";
  reason: string;
  wait: Wait;
  /** Whether it moves the schedule on; what is nobody's failure does not. */
  counts: boolean;
  /**
   * What it says of the whole lane, which is this channel of this broker: `credentials` and `limited` pause it, of `failed`
   * five in a row do. Missing: nothing.
   */
  lane?: "credentials" | "limited" | "failed";
}

/** A new generation of the body, after a definite refusal of the one before (I4). Sent at once. */
export interface Renewed {
  state: "accepted";
  reason: string;
  /** JSON. */
  body: string;
  /** Keyed hashes of the search it was made from: spent from now on (R19). */
  searchHashes: readonly string[];
  /** JSON for the trail: what was matched, with both prices. */
  detail: string;
}

/** Only a person can go on. */
export interface ForAPerson {
  state: "manual";
  reason: string;
}
