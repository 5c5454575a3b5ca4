import type { AvinodeQuoteRequest } from "@liftline/schema/avinode";
import { invalid, missing, unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { readStops } from "../trips/read-segments.ts";
import type { StoredRfq, SubmittedQuote } from "../trips/trip-book.ts";
import { aircraftCategories, aircraftTypes } from "../world/aircraft-types.ts";
import { isCurrency } from "../world/currencies.ts";
import type { Aircraft } from "../world/fleet.ts";
import { readWords } from "./read-words.ts";

/** The company's own words where it writes none (reference/submitquote). */
const defaultMessage = "Please find our offer attached.";

/** The quote, or the refusal of what the marketplace would not take (seed 004). */
export function readSubmittedQuote(
  { message, quote }: AvinodeQuoteRequest,
  rfq: StoredRfq,
  state: State,
): Omit<SubmittedQuote, "account"> {
  const text = readWords(message, "message");
  readWords(quote.messageForBuyer, "quote.messageForBuyer");
  if (!isCurrency(quote.currencyCode)) throw invalid("field: quote.currencyCode", "quote.currencyCode");
  const aircraft = readLift(quote.lift, rfq, state);
  checkAttachments(quote);
  checkIdentifier(quote.sellerUniqueQuoteIdentifier, rfq, state);
  const segments = quote.segments.map((segment, index) => readSegment(segment, `quote.segments[${index}]`));
  return { message: text === "" ? defaultMessage : text, quote, segments, aircraft };
}

function readSegment(segment: AvinodeQuoteRequest["quote"]["segments"][number], path: string) {
  if (!/^\d{1,3}$/.test(segment.paxCount)) throw invalid(`field: ${path}.paxCount`, `${path}.paxCount`);
  // Where helicopters go is checked by whoever answers: a quote may leave what was asked for.
  return readStops(segment, path, true);
}

/** At least one of the three; a tail is one of the company's own, letter by letter. */
function readLift(
  lift: AvinodeQuoteRequest["quote"]["lift"],
  { seller }: StoredRfq,
  { fleet }: State,
): Aircraft | undefined {
  const { aircraftCategory, aircraftType, aircraftTail } = lift;
  const path = "quote.lift";
  if (aircraftCategory === undefined && aircraftType === undefined && aircraftTail === undefined) {
    throw missing(`field: ${path}`, path);
  }
  const isKnown =
    (aircraftCategory === undefined || aircraftCategories.some((known) => same(known, aircraftCategory))) &&
    (aircraftType === undefined || aircraftTypes.some(({ type }) => same(type, aircraftType)));
  if (!isKnown) throw unprocessable("LIFT_INVALID", "The lift is not valid", path);
  if (aircraftTail === undefined) return undefined;
  const own = fleet.find(({ tail, operator }) => tail === aircraftTail && operator === seller);
  if (own === undefined) throw unprocessable("LIFT_INVALID", "Not an aircraft of this company", `${path}.aircraftTail`);
  return own;
}

function checkAttachments({ attachments = [] }: AvinodeQuoteRequest["quote"]): void {
  for (const [index, { uri, data, temporaryAttachmentId }] of attachments.entries()) {
    const path = `quote.attachments[${index}]`;
    if (!uri && !data && !temporaryAttachmentId) throw missing(`field: ${path}.data`, `${path}.data`);
  }
}

/** Unique in the company, whatever RFQ it answers. */
function checkIdentifier(identifier: string | undefined, { seller }: StoredRfq, { book }: State): void {
  const isTaken = [...book.quotes.values()].some(
    ({ rfq, content }) =>
      rfq.seller === seller &&
      "quote" in content &&
      identifier !== undefined &&
      content.quote.sellerUniqueQuoteIdentifier === identifier,
  );
  const path = "quote.sellerUniqueQuoteIdentifier";
  if (isTaken) throw unprocessable("QUOTE_IDENTIFIER_NOT_UNIQUE", "Another quote has this identifier", path);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
