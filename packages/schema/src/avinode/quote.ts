import { z } from "zod";
import { AvinodeAccount, AvinodeCompany } from "./company.ts";
import { AvinodeInstant, Flag, Numeric } from "./envelope.ts";
import { listOf, maybe, Text } from "./lenient.ts";
import { AvinodePrice } from "./search.ts";

/** Where a leg starts or ends. Without any code it is free text in `searchValue`: helicopters land where no airport is (seed 004). */
export const AvinodeStop = z.object({
  id: Text,
  name: Text,
  city: Text,
  country: maybe(z.object({ code: Text, name: Text })),
  province: maybe(z.object({ code: Text, name: Text })),
  icao: Text,
  iata: Text,
  faa: Text,
  searchValue: Text,
  /** The airport's number, where one is meant. */
  selectedValue: maybe(Numeric),
});
export type AvinodeStop = z.infer<typeof AvinodeStop>;

/** A flight that is offered, with passengers or to position. At least one of the two times is there (seed 004). */
export const AvinodeQuoteSegment = z.object({
  startAirport: maybe(AvinodeStop),
  endAirport: maybe(AvinodeStop),
  departureDateTime: maybe(AvinodeInstant),
  arrivalDateTime: maybe(AvinodeInstant),
  timeTBD: maybe(Flag),
  /** Minutes, taxiing included. */
  blockMinutes: maybe(Numeric),
  /** Minutes in the air. */
  flightMinutes: maybe(Numeric),
  /** Minutes at fuel stops. */
  fuelMinutes: maybe(Numeric),
  /** 0: cargo, or not known yet. */
  paxCount: maybe(Numeric),
  /** False: a positioning flight. */
  paxSegment: maybe(Flag),
  distanceNM: maybe(Numeric),
  fuelStopCount: maybe(Numeric),
});
export type AvinodeQuoteSegment = z.infer<typeof AvinodeQuoteSegment>;

/** What a quote is made up of. Read only with `quotebreakdown`, whose names are guesses: those of `submitQuote` are used. */
const LineItem = z.object({
  visibleToBuyer: maybe(Flag),
  displayName: Text,
  description: Text,
  type: Text,
  price: maybe(Numeric),
  formattedUnitPrice: Text,
  formattedQuantity: Text,
});

/** A file beside a quote. Read only with `quoteattachments`; names as in `submitQuote`, a guess as well. */
const Attachment = z.object({ mimeType: Text, name: Text, type: Text, uri: Text });

/** `data` of `GET /quotes/{id}` (`avinode-api.md` B12, seed 004): what a seller offers, or the marketplace in its name. */
export const AvinodeQuote = z.object({
  id: z.string().min(1),
  href: Text,
  type: Text,
  createdOn: Text,
  sellerCompany: maybe(AvinodeCompany),
  sellerAccount: maybe(AvinodeAccount),
  /** With its conversion into the connection's currency, where there is one. */
  sellerPrice: maybe(AvinodePrice),
  sellerMessage: Text,
  /** True: worked out by the marketplace from the seller's profile. */
  avinodeGenerated: maybe(Flag),
  /** About the price, where the seller said so; the name is that of `submitQuote`, a guess here. */
  messageForBuyer: Text,
  /** True: the seller guarantees price and availability. Else it is preliminary. */
  reservable: maybe(Flag),
  /** At least one of category, type and tail. */
  lift: maybe(
    z.object({
      id: Text,
      aircraftCategory: Text,
      aircraftType: Text,
      aircraftTail: Text,
      maxPax: maybe(Numeric),
      /** Marketed by the calling company. */
      ownAircraft: maybe(Flag),
    }),
  ),
  /** The way that is offered, which may differ from what was asked; with or without positioning. */
  segments: listOf(AvinodeQuoteSegment),
  /** The seller's own name for it. */
  sellerUniqueQuoteIdentifier: Text,
  lineItems: listOf(LineItem),
  attachments: listOf(Attachment),
});
export type AvinodeQuote = z.infer<typeof AvinodeQuote>;
