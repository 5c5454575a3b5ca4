import { writeAirport } from "../airports/write-airport.ts";
import { createRandom, seedFor } from "../random.ts";
import { writeInstant, writeStamp } from "../routing/local-time.ts";
import { writeLift } from "../searches/write-lift.ts";
import { writeMoney } from "../searches/write-money.ts";
import type { StoredQuote, SubmittedQuote } from "../trips/trip-book.ts";
import type { View } from "../trips/view.ts";
import { writeAccount, writeSeller } from "../trips/write-company.ts";
import { writeLink } from "../trips/write-links.ts";
import type { Aircraft } from "../world/fleet.ts";
import { writeOfferSegments } from "./write-offer-segments.ts";

/** A quote as one side sees it (seed 004). */
export function writeQuote(quote: StoredQuote, view: View): object {
  return {
    ...writeLink(quote.id, "quotes", view.state),
    createdOn: writeStamp(quote.createdAt),
    sellerCompany: writeSeller(quote.rfq),
    ...("offer" in quote.content ? writeOffer(quote.content, view) : writeSubmitted(quote.id, quote.content, view)),
  };
}

/** By the marketplace, in the seller's name. */
function writeOffer({ offer }: Extract<StoredQuote["content"], { offer: unknown }>, view: View): object {
  const { aircraft } = offer.trip;
  return {
    sellerPrice: writeMoney(offer.netPrice, aircraft.operator.currency, view.connection.currency, false),
    sellerMessage: "",
    avinodeGenerated: true,
    reservable: aircraft.reservable,
    lift: writeQuotedAircraft(aircraft, view),
    segments: writeOfferSegments(offer.trip, view.side),
  };
}

function writeSubmitted(
  id: string,
  { quote, message, account, segments, aircraft }: SubmittedQuote,
  view: View,
): object {
  const { fields, side, connection } = view;
  const ownWords = {
    currency: quote.currencyCode,
    price: quote.totalPrice,
    conversionCurrency: null,
    convertedPrice: null,
  };
  const items = quote.lineItems?.filter(({ visibleToBuyer }) => visibleToBuyer || side === "seller");
  return {
    sellerAccount: writeAccount(account, view),
    sellerPrice:
      side === "seller" ? ownWords : writeMoney(quote.totalPrice, quote.currencyCode, connection.currency, false),
    sellerMessage: message,
    ...(quote.messageForBuyer && { messageForBuyer: quote.messageForBuyer }),
    avinodeGenerated: false,
    reservable: false,
    lift: aircraft
      ? writeQuotedAircraft(aircraft, view)
      : { id: createRandom(seedFor(1, id)).guid(), ...quote.lift, ownAircraft: side === "seller" },
    segments: quote.segments.flatMap((asked, index) =>
      side === "buyer" && asked.showToBuyer === false && !asked.paxSegment
        ? []
        : writeSubmittedSegment(asked, segments[index]),
    ),
    ...(side === "seller" && { sellerUniqueQuoteIdentifier: quote.sellerUniqueQuoteIdentifier }),
    ...(fields.has("quotebreakdown") && { lineItems: items ?? [] }),
    ...(fields.has("quoteattachments") && {
      attachments: (quote.attachments ?? []).map(({ mimeType, name, type, uri }) => ({ mimeType, name, type, uri })),
    }),
  };
}

function writeSubmittedSegment(
  asked: SubmittedQuote["quote"]["segments"][number],
  stops: SubmittedQuote["segments"][number] | undefined,
): object {
  const { blockTimeMinutes: blockMinutes, flightMinutes, distanceNM, paxSegment, dateTime } = asked;
  const { from, to, at } = stops ?? {};
  const blockMs = blockMinutes === undefined ? undefined : blockMinutes * 60_000;
  const departs = dateTime.departure ? at : minus(at, blockMs);
  const arrives = dateTime.departure ? minus(at, blockMs && -blockMs) : at;
  return {
    startAirport: from ? writeAirport(from) : { searchValue: asked.startAirport.searchValue },
    endAirport: to ? writeAirport(to) : { searchValue: asked.endAirport.searchValue },
    ...(departs !== undefined && {
      departureDateTime: { ...writeInstant(departs, from?.zone ?? "UTC"), calculated: !dateTime.departure },
    }),
    ...(arrives !== undefined && {
      arrivalDateTime: { ...writeInstant(arrives, to?.zone ?? "UTC"), calculated: dateTime.departure },
    }),
    blockMinutes,
    flightMinutes,
    paxCount: Number(asked.paxCount),
    paxSegment,
    distanceNM,
  };
}

function minus(at: number | undefined, ms: number | undefined): number | undefined {
  return at === undefined || ms === undefined ? undefined : at - ms;
}

function writeQuotedAircraft(aircraft: Aircraft, { state, connection, fields, side }: View): object {
  const asked = { connection: { ...connection, identity: true }, fields, outputCurrencies: [], photoTypes: undefined };
  return { ...writeLift(aircraft, { ...asked, state, now: state.now() }), ownAircraft: side === "seller" };
}
