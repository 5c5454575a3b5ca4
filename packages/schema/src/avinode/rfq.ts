import { z } from "zod";
import { AvinodeAccount, AvinodeCompany } from "./company.ts";
import { Flag } from "./envelope.ts";
import { listOf, maybe, Text } from "./lenient.ts";
import { AvinodeActions, AvinodeLinks } from "./link.ts";
import { AvinodeSellerLift } from "./seller-lift.ts";
import { AvinodeTripMessage } from "./trip-message.ts";
import { AvinodeTripCriteria, AvinodeTripSegment, AvinodeTripSegmentRequest } from "./trip-segment.ts";

/** Body of `POST /rfqs` (`avinode-api.md` B11, seed 004): chosen hits of one search, or lifts and legs. */
export const AvinodeRfqRequest = z.strictObject({
  /** Of the trip it belongs to. To be sent whenever it is known, else every RFQ makes a trip of its own. */
  tripId: z.string().optional(),
  /** Hits of one recent search: all of them in one call, for a search takes one RFQ. */
  searchResultIds: z.array(z.string()).min(1).optional(),
  /** Tails out of the chosen hits. */
  aircraftTails: z.array(z.string()).optional(),
  /** At most 4,000 characters. */
  buyerMessage: z.string().optional(),
  /** Name of a setting kept in the marketplace. */
  buyerNotificationSettings: z.string().optional(),
  /** Instead of `searchResultIds`, with `segments`. */
  criteria: AvinodeTripCriteria.optional(),
  segments: z.array(AvinodeTripSegmentRequest).min(1).optional(),
});
export type AvinodeRfqRequest = z.infer<typeof AvinodeRfqRequest>;

/**
 * A buyer's request to one seller (`avinode-api.md` B11). Only the id is demanded: whatever else is odd, the seller has to see that it
 * was asked.
 */
export const AvinodeRfq = z.object({
  id: z.string().min(1),
  href: Text,
  type: Text,
  /** `tripmsgs`: to be read next. */
  links: maybe(AvinodeLinks),
  actions: maybe(AvinodeActions),
  createdOn: Text,
  buyerCompany: maybe(AvinodeCompany),
  buyerAccount: maybe(AvinodeAccount),
  sellerCompany: maybe(AvinodeCompany),
  sellerLift: listOf(AvinodeSellerLift),
  segments: listOf(AvinodeTripSegment),
  /** With `buyermessages`: all the buyer wrote, which saves reading each. */
  buyerMessages: listOf(AvinodeTripMessage),
  /** Six letters and digits: the one id that people see (R6). */
  tripId: Text,
  /** True: nothing can be answered any more. To be shown. */
  canceled: maybe(Flag),
  /** With `timestamps`. */
  updatedByBuyer: Text,
  latestUpdatedDateBySeller: Text,
});
export type AvinodeRfq = z.infer<typeof AvinodeRfq>;
