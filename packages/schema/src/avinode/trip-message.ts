import { z } from "zod";
import { AvinodeAccount, AvinodeCompany } from "./company.ts";
import { Flag } from "./envelope.ts";
import { listOf, maybe, Text } from "./lenient.ts";
import { AvinodeLinks } from "./link.ts";
import { AvinodeQuote } from "./quote.ts";
import { AvinodeSellerLift } from "./seller-lift.ts";

/**
 * Something one side told the other: a request, a quote, a refusal, a word (`avinode-api.md` B12). Line breaks are meant and kept; it is
 * text and never markup (R9).
 */
export const AvinodeTripMessage = z.object({
  id: z.string().min(1),
  href: Text,
  type: Text,
  links: maybe(AvinodeLinks),
  /** The lifts it is about; none where it is about the RFQ. */
  lift: listOf(AvinodeSellerLift),
  /** Instead of `lift` inside an RFQ. */
  liftIds: maybe(z.array(z.string())),
  createdOn: Text,
  message: Text,
  sellerCompany: maybe(AvinodeCompany),
  sellerAccount: maybe(AvinodeAccount),
  buyerCompany: maybe(AvinodeCompany),
  buyerAccount: maybe(AvinodeAccount),
  tripId: Text,
  /** `REQUEST`, `CHAT`, `CANCELED`; more may come, and a seller's messages can be without. */
  messageType: Text,
  /** In words, such as `Canceled by client`. */
  cancelReason: Text,
  /** Of a seller's answer: true with a quote, false when declined. */
  rfqAccepted: maybe(Flag),
  sellerQuote: maybe(AvinodeQuote),
});
export type AvinodeTripMessage = z.infer<typeof AvinodeTripMessage>;

/** Body of `POST /tripmsgs/{requestId}/chat`. */
export const AvinodeChatRequest = z.strictObject({
  message: z.string(),
  /** True: no e-mail to the other side. Its webhook is told all the same. */
  suppressNotification: z.boolean().optional(),
});
export type AvinodeChatRequest = z.infer<typeof AvinodeChatRequest>;

/** Why a seller declines (reference/declinerequest; seed 004 has no reason). `UNKNOWN` is not to be chosen by a person. */
export const AvinodeDeclineReason = z.enum([
  "AIRCRAFT_NOT_AVAILABLE",
  "CABOTAGE",
  "CREW_NOT_AVAILABLE",
  "OWNER_DECLINED",
  "UNATTRACTIVE_TRIP",
  "UNKNOWN",
  "OTHER",
]);
export type AvinodeDeclineReason = z.infer<typeof AvinodeDeclineReason>;

/** Body of `POST /tripmsgs/{requestId}/decline`. */
export const AvinodeDeclineRequest = z.strictObject({
  message: z.string().optional(),
  declineReason: AvinodeDeclineReason.optional(),
  /** True: no e-mail to the buyer. Its webhook is told all the same. */
  suppressNotification: z.boolean().optional(),
});
export type AvinodeDeclineRequest = z.infer<typeof AvinodeDeclineRequest>;
