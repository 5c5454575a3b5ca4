import type { AvinodeOperation } from "@liftline/schema/avinode";
import type { ActivityEquivalent } from "./schedules/activity-equivalent.ts";

/** An API connection: one company, what it may call and how prices are written for it. */
export interface SandboxConnection {
  /** Names it in the ledger. */
  name: string;
  /** The static bearer token, or … */
  token?: string;
  /** … client credentials for `{base}/oauth/token`. */
  clientId?: string;
  clientSecret?: string;
  /** Which ways of sending the credentials the OAuth client allows; both unless told otherwise. */
  clientMethod?: "basic" | "post";
  /** ISO 4217: conversions into it always come. */
  currency: string;
  /** What the company has set in its marketplace profile; included in `sellerPrice`. */
  commissionPercent: number;
  /** Set up to see operators: tail and certificate appear. */
  identity?: boolean;
  /** Interactive: needs X-Avinode-ActAsAccount to create leads and to say anything to another company (seed 002). */
  interactive?: boolean;
  /** A seller: the company with this place among the fleets of the world, the biggest being 0. Nothing: it only buys. */
  fleetRank?: number;
  /** Who may act: user names that X-Avinode-ActAsAccount may carry, and how the other side sees them. */
  people?: Readonly<Record<string, string>>;
  /** Every operation unless told otherwise. */
  operations?: readonly AvinodeOperation[];
  /**
   * How anything else is refused; both are seen (seed 000): 403 `AUTHENTICATION_COMPANY_ACCESS`, the usual one here, or 401
   * `ERR_INPUT_GENERIC_INVALID`, which reads like a validation.
   */
  refusal?: "company-access" | "generic-invalid";
  /** False: the OAuth client is not switched on, and its secret, however right, is `invalid_client` (seed 000). */
  clientActive?: boolean;
  /** What a weekly reset leaves of it (seed 000: less than before). */
  afterReset?: Partial<Omit<SandboxConnection, "name" | "afterReset">>;
  /** A seller's own words for activities, as its table maps them; those of the example in seed 004 unless told otherwise. */
  activityTypes?: Readonly<Record<string, ActivityEquivalent>>;
}

/** The token of the calling application; invented for the sandbox. */
export const sandboxApiToken = "5A11DB0C-0000-4000-A000-11F711BE0001";

/** The connections of a sandbox that nobody configured. All tokens are invented and worth nothing. */
export const sandboxConnections = {
  /** The usual one: euro, 5 % commission. */
  demo: {
    name: "Demo Charter",
    token: "sandbox-token-demo-charter",
    currency: "EUR",
    commissionPercent: 5,
    people: { josmith: "Jo Smith" },
  },
  /** Another company: its searches and leads are its own. */
  second: { name: "Second Charter", token: "sandbox-token-second-charter", currency: "USD", commissionPercent: 0 },
  /** Signs in with client credentials, basic or post. */
  oauth: {
    name: "OAuth Charter",
    clientId: "sandbox-client",
    clientSecret: "sandbox-client-secret",
    currency: "GBP",
    commissionPercent: 3,
  },
  /** Set up to see tails and certificates. */
  identified: {
    name: "Identified Charter",
    token: "sandbox-token-identified-charter",
    currency: "EUR",
    commissionPercent: 0,
    identity: true,
  },
  /** Needs X-Avinode-ActAsAccount for leads. */
  interactive: {
    name: "Interactive Charter",
    token: "sandbox-token-interactive-charter",
    currency: "EUR",
    commissionPercent: 0,
    interactive: true,
  },
  /** May look up airports, nothing else. */
  lookupOnly: {
    name: "Look-up Charter",
    token: "sandbox-token-look-up-charter",
    currency: "EUR",
    commissionPercent: 0,
    operations: ["airports.search", "airports.read"],
  },
  /** Sells: the company with the biggest fleet. Publishes empty legs, uploads schedules, answers requests. */
  seller: {
    name: "Seller Aviation",
    token: "sandbox-token-seller-aviation",
    currency: "EUR",
    commissionPercent: 0,
    identity: true,
    fleetRank: 0,
    people: { maxmuster: "Max Muster" },
  },
  /** Sells as well: the company with the second biggest fleet. */
  otherSeller: {
    name: "Other Seller Aviation",
    token: "sandbox-token-other-seller-aviation",
    currency: "USD",
    commissionPercent: 0,
    identity: true,
    fleetRank: 1,
  },
} as const satisfies Record<string, SandboxConnection>;
