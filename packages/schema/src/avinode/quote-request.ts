import { z } from "zod";
import { AvinodeLegTime, AvinodeStopRequest } from "./trip-segment.ts";

/** A flight of a quote that is sent. The way may differ from what was asked. */
const SegmentOfQuote = z.strictObject({
  startAirport: AvinodeStopRequest,
  endAirport: AvinodeStopRequest,
  dateTime: AvinodeLegTime,
  /** A string of digits; `"0"` for cargo, for positioning, and where it is not known yet. */
  paxCount: z.string(),
  /** True for every flight with passengers. */
  paxSegment: z.boolean(),
  /** Flights with passengers are shown to the buyer whatever stands here. */
  showToBuyer: z.boolean().optional(),
  distanceNM: z.number().optional(),
  /** Minutes, taxiing included. */
  blockTimeMinutes: z.number().optional(),
  /** Minutes in the air. */
  flightMinutes: z.number().optional(),
});

/** What the price is made of. The marketplace shows it to the seller, and to the buyer where it says so. */
const LineItemOfQuote = z.strictObject({
  visibleToBuyer: z.boolean(),
  displayName: z.string(),
  description: z.string().optional(),
  type: z.string().optional(),
  /** Of the whole item, in the quote's currency. */
  price: z.number(),
  formattedUnitPrice: z.string().optional(),
  formattedQuantity: z.string().optional(),
});

/** A file: where it is, or what is in it, or what an upload called it. */
const AttachmentOfQuote = z.strictObject({
  /** Such as `application/pdf`. */
  mimeType: z.string(),
  name: z.string(),
  type: z.string().optional(),
  uri: z.string().optional(),
  data: z.string().optional(),
  temporaryAttachmentId: z.string().optional(),
});

/** Body of `POST /tripmsgs/{requestId}/submitQuote` (`avinode-api.md` B12, seed 004). */
export const AvinodeQuoteRequest = z.strictObject({
  /** Goes with the quote; empty: the company's own default. */
  message: z.string().optional(),
  /** True: no e-mail to the buyer. Its webhook is told all the same. */
  suppressNotification: z.boolean().optional(),
  quote: z.strictObject({
    segments: z.array(SegmentOfQuote).min(1),
    /** At least one. A tail is one that the company markets, exactly as it stands in the marketplace. */
    lift: z.strictObject({
      aircraftCategory: z.string().optional(),
      aircraftType: z.string().optional(),
      aircraftTail: z.string().optional(),
    }),
    /** About the price, conditions and the like. */
    messageForBuyer: z.string().optional(),
    /** ISO 4217. */
    currencyCode: z.string(),
    totalPrice: z.number().min(0),
    /** The application's own name for the quote; unique in the company. */
    sellerUniqueQuoteIdentifier: z.string().optional(),
    lineItems: z.array(LineItemOfQuote).optional(),
    attachments: z.array(AttachmentOfQuote).optional(),
  }),
});
export type AvinodeQuoteRequest = z.infer<typeof AvinodeQuoteRequest>;
