import { z } from "zod";
import { Flag, Numeric } from "./envelope.ts";
import { listOf, maybe, Text } from "./lenient.ts";
import { AvinodeActions, AvinodeLinks } from "./link.ts";
import { AvinodeQuote } from "./quote.ts";
import { AvinodeLift, AvinodePhoto } from "./search.ts";

const { aircraftTypeDetails, aircraftCategoryDetails, aircraftCertificate, aircraftTailDetails } = AvinodeLift.shape;
const { liftPerformance, sellerStatistics, homebase, safetyRatings } = AvinodeLift.shape;

/**
 * A lift that a buyer asks one seller for: an aircraft, a type or a category (`avinode-api.md` B11). Each is to be answered or declined,
 * else the buyer sees it as unanswered (C7).
 */
export const AvinodeSellerLift = z.object({
  /** What `tripmsgs` calls take for a direct answer. Opaque (R7). */
  id: z.string().min(1),
  /** `quotes`, and `emptylegs` where the buyer would like to use one. */
  links: maybe(AvinodeLinks),
  /** For the seller, while it can be answered. */
  actions: maybe(AvinodeActions),
  aircraftCategory: Text,
  aircraftType: Text,
  aircraftSuperType: Text,
  aircraftTail: Text,
  marketedAircraftId: maybe(Numeric),
  maxPax: maybe(Numeric),
  /** Marketed by the calling company. */
  ownAircraft: maybe(Flag),
  suggestedByAvinode: maybe(Flag),
  /** `Unanswered`, `Canceled`, `Accepted`, `Declined`; others may come. To be gone by, rather than by the number (D8). */
  sourcingDisplayStatus: Text,
  /** 1 unanswered, 3 canceled; the others are not known. */
  sourcingStatus: maybe(Numeric),
  /** Id of what changed it last. */
  syncState: Text,
  /** With `aviquote`: what the marketplace worked out for the seller, positioning included. */
  avinodeQuote: maybe(AvinodeQuote.partial({ id: true })),
  /** With `latestquote`; the name is a guess. */
  latestQuote: maybe(AvinodeQuote),
  // What the sparse fields of the lift itself bring.
  aircraftTypeDetails: maybe(aircraftTypeDetails),
  aircraftCategoryDetails: maybe(aircraftCategoryDetails),
  aircraftCertificate: maybe(aircraftCertificate),
  aircraftTailDetails: maybe(aircraftTailDetails),
  liftPerformance: maybe(liftPerformance),
  sellerStatistics: maybe(sellerStatistics),
  homebase: maybe(homebase),
  safetyRatings: maybe(safetyRatings),
  tailPhotos: listOf(AvinodePhoto),
  typePhotos: listOf(AvinodePhoto),
});
export type AvinodeSellerLift = z.infer<typeof AvinodeSellerLift>;
