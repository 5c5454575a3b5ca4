import { z } from "zod";
import { AvinodeAccount, AvinodeCompany } from "./company.ts";
import { Flag } from "./envelope.ts";
import { listOf, maybe, Text } from "./lenient.ts";
import { AvinodeActions, AvinodeLinks } from "./link.ts";
import { AvinodeRfq } from "./rfq.ts";
import { AvinodeTripCriteria, AvinodeTripSegment, AvinodeTripSegmentRequest } from "./trip-segment.ts";

/** Body of `POST /trips` and `PUT /trips/{id}` (`avinode-api.md` B10). */
export const AvinodeTripRequest = z.strictObject({
  /** The caller's own name for the trip. */
  externalTripId: z.string().optional(),
  /** Needed even if empty. */
  criteria: AvinodeTripCriteria,
  segments: z.array(AvinodeTripSegmentRequest).min(1),
  /** Needed: true puts the trip among those that a person works on in the marketplace. */
  sourcing: z.boolean(),
  /** True shows it to everybody in the marketplace. */
  postToTripBoard: z.boolean().optional(),
  tripBoardPostMessage: z.string().optional(),
});
export type AvinodeTripRequest = z.infer<typeof AvinodeTripRequest>;

/** A trip with its RFQs: `data` of every trip operation, and of `POST /rfqs`. */
export const AvinodeTrip = z.object({
  id: z.string().min(1),
  href: Text,
  type: Text,
  /** Six letters and digits: the one id that people see (R6). */
  tripId: Text,
  externalTripId: Text,
  links: maybe(AvinodeLinks),
  /** `cancel` while it can be; `searchInAvinode` and `viewInAvinode` are pages for people. */
  actions: maybe(AvinodeActions),
  createdOn: Text,
  buyerCompany: maybe(AvinodeCompany),
  buyerAccount: maybe(AvinodeAccount),
  segments: listOf(AvinodeTripSegment),
  rfqs: listOf(AvinodeRfq),
  /** True: as a whole. Its RFQs are, too. */
  canceled: maybe(Flag),
});
export type AvinodeTrip = z.infer<typeof AvinodeTrip>;

/** Why a buyer cancels. */
export const AvinodeCancelReason = z.enum(["BY_CLIENT", "CHANGED", "BOOKED", "OTHER"]);
export type AvinodeCancelReason = z.infer<typeof AvinodeCancelReason>;

/** Body of `PUT /trips/{id}/cancel` and `PUT /rfqs/{id}/cancel` (seed 004). */
export const AvinodeCancelRequest = z.strictObject({
  /** Of the trip or RFQ, once more. */
  id: z.string(),
  /** Not the `type` of the thing itself (G26). */
  type: z.enum(["trip", "arfq"]),
  /** Of the trip or RFQ. */
  href: z.string(),
  messageToSeller: z.string().optional(),
  reason: AvinodeCancelReason,
});
export type AvinodeCancelRequest = z.infer<typeof AvinodeCancelRequest>;
