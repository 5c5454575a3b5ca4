import {
  PhotoKind,
  type Airport,
  type LocalInstant,
  type Option,
  type OptionAircraft,
  type OptionLeg,
  type OptionPhoto,
  type Position,
  type SafetyRating,
  type SearchRequest,
} from "@liftline/schema";
import { AvinodeAirport, AvinodeLift, type AvinodeSearchHit, type AvinodeSegment } from "@liftline/schema/avinode";
import { z } from "zod";
import { showAirport } from "../airports/show-airport.ts";
import { categoryName } from "./aircraft-categories.ts";
import { listedAmenities } from "./amenities.ts";
import { priceOption } from "./price-option.ts";
import { listedRating } from "./safety-standards.ts";

/** An option that may be shown, and the id that may not. */
export interface DisclosedOption {
  /** Null where the option stands for several aircraft. */
  hitId: string | null;
  fields: Omit<Option, "token">;
}

/** What all options of one answer share. Lives as long as the answer is written, and no longer (R2). */
export interface Disclosure {
  request: SearchRequest;
  currency: string;
  /** Our own address for one of the marketplace's photos; null for one that we would not fetch. */
  showPhoto(url: string): string | null;
  /** The airports of a trip come back with every hit: each is read once. */
  airports: Map<string, Airport>;
  /** Where an airport is: the marketplace does not say it with its hits. */
  findPosition(code: string): Position | null;
}

/** Largest in which a photo is shown first; the marketplace's `LARGE` and `MEDIUM` are often the same file. */
const photoSizes = ["MEDIUM", "LARGE", "SMALL", "THUMBNAIL"];
const mostPhotos = 6;
const mostLegs = 8;

type Fields<Wire> = { [Field in keyof Wire]?: z.ZodType };
/** Optional by word: a key of `z.unknown()` alone must be there, and sparse fields often are not. */
const unread = z.unknown().optional();
/** A stamp and nothing else: seconds may be missing (`avinode-api.md` A3). */
const Instant = z.object({
  dateTimeUTC: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/),
  dateTimeLocal: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/),
});

/**
 * The few parts of a hit that are looked at; all others are dropped here. What is unread here is read further down, and
 * leniently where an option can be without it: an odd year must not cost an offer. Unions are dear, so counts are unread.
 */
const Hit = z.object({
  id: z.string().min(1),
  quote: z.object({
    sellerPrice: unread,
    convertedPrices: unread,
    reservable: unread,
    lift: z.object({
      aircraftCategory: z.string().max(100),
      aircraftType: z.string().max(100),
      maxPax: unread,
      aircraftTailDetails: unread,
      liftPerformance: unread,
      safetyRatings: unread,
      typePhotos: unread,
    } satisfies Fields<AvinodeLift>),
    segments: z.array(
      z.object({
        startAirport: unread,
        endAirport: unread,
        departureDateTime: Instant,
        arrivalDateTime: Instant,
        timeTBD: unread,
        blockMinutes: unread,
        flightMinutes: unread,
        distanceNM: unread,
        fuelStopCount: unread,
        paxSegment: unread,
      } satisfies Fields<AvinodeSegment>),
    ),
  } satisfies Fields<AvinodeSearchHit["quote"]>),
} satisfies Fields<AvinodeSearchHit>);
type Hit = z.infer<typeof Hit>;
type Lift = Hit["quote"]["lift"];
type Segment = Hit["quote"]["segments"][number];

/**
 * The wall between the marketplace and the page (architecture, decision 1): the public option is built field by field,
 * so that nothing that identifies an operator can pass by accident (R3). Null for a hit that cannot be read.
 */
export function discloseOption(hit: unknown, disclosure: Disclosure): DisclosedOption | null {
  const read = Hit.safeParse(hit);
  if (!read.success) return null;
  const { quote } = read.data;
  const { lift } = quote;
  const maxPassengers = wholeNumber(lift.maxPax);
  const legs = discloseLegs(quote.segments, disclosure);
  if (maxPassengers === null || legs === null) return null;
  // The order of the fields is the schema's: it is part of the seal.
  return {
    hitId: read.data.id,
    fields: {
      kind: "aircraft",
      category: categoryName(lift.aircraftCategory),
      type: lift.aircraftType,
      maxPassengers,
      aircraftCount: 1,
      price: priceOption(quote, disclosure.currency),
      legs,
      aircraft: discloseAircraft(lift),
      photos: disclosePhotos(lift.typePhotos, disclosure),
    },
  };
}

/** Only the flights with the end-client on board: where an aircraft comes from tells whose it is. */
function discloseLegs(segments: Segment[], disclosure: Disclosure): OptionLeg[] | null {
  const flown = segments.filter((segment) => !saysNo(segment.paxSegment));
  if (flown.length === 0 || flown.length > mostLegs) return null;
  const legs: OptionLeg[] = [];
  for (const segment of flown) {
    const leg = discloseLeg(segment, disclosure, disclosure.request.legs[legs.length]?.time === null);
    if (!leg) return null;
    legs.push(leg);
  }
  return legs;
}

function discloseLeg(segment: Segment, disclosure: Disclosure, isTimeOpen: boolean): OptionLeg | null {
  const from = discloseAirport(segment.startAirport, disclosure);
  const to = discloseAirport(segment.endAirport, disclosure);
  const flightMinutes = wholeNumber(segment.flightMinutes);
  const blockMinutes = wholeNumber(segment.blockMinutes);
  const distanceNm = wholeNumber(segment.distanceNM);
  if (!from || !to || flightMinutes === null || blockMinutes === null || distanceNm === null) return null;
  return {
    from,
    to,
    departsAt: discloseInstant(segment.departureDateTime),
    arrivesAt: discloseInstant(segment.arrivalDateTime),
    timeToBeDecided: isTimeOpen || saysYes(segment.timeTBD),
    flightMinutes,
    blockMinutes,
    distanceNm,
    fuelStops: wholeNumber(segment.fuelStopCount) ?? 0,
  };
}

function discloseInstant(instant: z.infer<typeof Instant>): LocalInstant {
  return { utc: instant.dateTimeUTC, local: instant.dateTimeLocal };
}

function discloseAirport(airport: unknown, { airports: seen, findPosition }: Disclosure): Airport | null {
  const id = isRecord(airport) && typeof airport["id"] === "string" ? airport["id"] : "";
  const known = seen.get(id);
  if (known) return known;
  const read = AvinodeAirport.safeParse(airport);
  if (!read.success) return null;
  const shown = showAirport(read.data);
  if (!shown) return null;
  shown.position ??= findPosition(shown.code);
  seen.set(id, shown);
  return shown;
}

function discloseAircraft(lift: Lift): OptionAircraft {
  const details = isRecord(lift.aircraftTailDetails) ? lift.aircraftTailDetails : {};
  const performance = isRecord(lift.liftPerformance) ? lift.liftPerformance : {};
  return {
    yearOfMake: wholeNumber(details["yearOfMake"]),
    amenities: listedAmenities(details["amenities"]),
    rangeNm: wholeNumber(performance["maxRangeNM"]),
    cruiseSpeedKt: wholeNumber(performance["cruiseSpeedKnots"]),
    safetyRatings: discloseRatings(lift.safetyRatings),
  };
}

const Rating = AvinodeLift.shape.safetyRatings.unwrap().unwrap().element;

function discloseRatings(ratings: unknown): SafetyRating[] {
  if (!Array.isArray(ratings)) return [];
  const shown = new Map<string, SafetyRating>();
  for (const entry of ratings as unknown[]) {
    const rating = Rating.safeParse(entry).data;
    const listed = rating && listedRating(rating.standard, [rating.levelDisplayName, rating.levelCode]);
    if (listed) shown.set(listed.standard, listed);
  }
  return [...shown.values()];
}

/** Photos of the type, never of the tail: a livery or a registration would give the operator away. */
function disclosePhotos(photos: unknown, disclosure: Disclosure): OptionPhoto[] {
  if (!Array.isArray(photos)) return [];
  const shown: OptionPhoto[] = [];
  for (const photo of photos as unknown[]) {
    const address = isRecord(photo) ? bestCopy(photo["copies"]) : null;
    const url = address === null ? null : disclosure.showPhoto(address);
    if (url !== null && isRecord(photo)) {
      shown.push({ kind: PhotoKind.safeParse(photo["type"]).data ?? "OTHER", url });
    }
    if (shown.length === mostPhotos) break;
  }
  return shown;
}

function bestCopy(copies: unknown): string | null {
  if (!Array.isArray(copies)) return null;
  const usable = (copies as unknown[]).filter(isPhotoCopy);
  for (const size of photoSizes) {
    const copy = usable.find((candidate) => candidate.size === size);
    if (copy) return copy.url;
  }
  return null;
}

function isPhotoCopy(copy: unknown): copy is { size: string; url: string } {
  return isRecord(copy) && typeof copy["size"] === "string" && typeof copy["url"] === "string";
}

/** A count, also where it came as text (G13); null for what is none. */
function wholeNumber(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !(number >= 0)) return null;
  const whole = Math.round(number);
  return Number.isSafeInteger(whole) ? whole : null;
}

/** Flags come as text too (G18). */
function saysYes(flag: unknown): boolean {
  return flag === true || flag === "true";
}

function saysNo(flag: unknown): boolean {
  return flag === false || flag === "false";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
