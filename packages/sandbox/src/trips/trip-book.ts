import type { AvinodeQuoteRequest, AvinodeTripCriteria, AvinodeTripSegmentRequest } from "@liftline/schema/avinode";
import { boundedMap } from "../bounded-map.ts";
import type { Offer } from "../searches/find-offers.ts";
import type { Airport } from "../world/airports.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { Operator } from "../world/operators.ts";

/** Who acted for a company: a person, or the company itself. */
export interface Account {
  id: string;
  accountId: number;
  displayName: string;
}

/** A leg, checked. */
export interface StoredSegment {
  asked: AvinodeTripSegmentRequest;
  /** Nothing where it is free text. */
  from: Airport | undefined;
  to: Airport | undefined;
  /** Nothing where free text names no time zone. */
  at: number | undefined;
}

export interface StoredTrip {
  id: string;
  /** Six letters and digits: the one id that people see. */
  tripId: string;
  /** The buyer's. */
  connection: string;
  account: Account;
  externalTripId: string | undefined;
  criteria: AvinodeTripCriteria;
  segments: StoredSegment[];
  createdAt: number;
  canceled: boolean;
  /** Oldest first. */
  rfqs: StoredRfq[];
}

/** What one seller is asked. */
export interface StoredRfq {
  id: string;
  trip: StoredTrip;
  seller: Operator;
  account: Account;
  segments: StoredSegment[];
  lifts: StoredLift[];
  /** Oldest first. */
  messages: StoredMessage[];
  /** Answers to no lift that was asked for. */
  extraQuotes: StoredQuote[];
  createdAt: number;
  canceled: boolean;
}

/** Numbers but 1 and 3 are ours (`avinode-api.md` D8). */
export const sourcingStatuses = { Unanswered: 1, Accepted: 2, Canceled: 3, Declined: 4 } as const;

export interface StoredLift {
  id: string;
  rfq: StoredRfq;
  aircraftCategory: string | undefined;
  aircraftType: string | undefined;
  /** Where a tail was asked for. */
  aircraft: Aircraft | undefined;
  emptyLegId: string | undefined;
  /** Oldest first; the first may be the marketplace's own. */
  quotes: StoredQuote[];
  status: keyof typeof sourcingStatuses;
  /** Id of what changed it last. */
  syncState: string;
}

export interface StoredQuote {
  id: string;
  rfq: StoredRfq;
  createdAt: number;
  /** The marketplace's own, in the seller's name, or the seller's. */
  content: { offer: Offer } | SubmittedQuote;
}

export interface SubmittedQuote {
  message: string;
  account: Account;
  quote: AvinodeQuoteRequest["quote"];
  segments: { from: Airport | undefined; to: Airport | undefined; at: number | undefined }[];
  aircraft: Aircraft | undefined;
}

export interface StoredMessage {
  id: string;
  rfq: StoredRfq;
  side: Side;
  account: Account;
  createdAt: number;
  text: string;
  messageType: "REQUEST" | "CHAT" | "CANCELED" | undefined;
  cancelReason: string | undefined;
  lifts: StoredLift[];
  /** Of an answer: whether it brought a quote. */
  accepted: boolean | undefined;
  quote: StoredQuote | undefined;
}

/** A company is one or the other in an RFQ, or it does not see it. */
export type Side = "buyer" | "seller";

/** Everything companies have asked and told each other, each by its id. */
export interface TripBook {
  readonly trips: Map<string, StoredTrip>;
  readonly rfqs: Map<string, StoredRfq>;
  readonly lifts: Map<string, StoredLift>;
  readonly quotes: Map<string, StoredQuote>;
  readonly messages: Map<string, StoredMessage>;
  /** Searches that an RFQ was made of: each takes one (seed 004). */
  readonly usedSearches: Set<string>;
}

/** Old ones are forgotten, so that a sandbox can run for months. */
const most = 5000;

export function createTripBook(): TripBook {
  return {
    trips: boundedMap(most),
    rfqs: boundedMap(most),
    lifts: boundedMap(most),
    quotes: boundedMap(most),
    messages: boundedMap(most),
    usedSearches: new Set(),
  };
}
