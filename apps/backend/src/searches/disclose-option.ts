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
import {
  AvinodeAirport,
  type AvinodeInstant,
  type AvinodeLift,
  type AvinodePhoto,
  type AvinodeSearchHit,
  type AvinodeSegment,
} from "@liftline/schema/avinode";
import { showAirport } from "../airports/show-airport.ts";
import { categoryName } from "./aircraft-categories.ts";
import { listedAmenities } from "./amenities.ts";
import { priceOption, type Pricing } from "./price-option.ts";
import { listedRating } from "./safety-standards.ts";
import { entriesOf, fieldsOf, readCount, readText, saysNo, saysYes, type Unread } from "./unread.ts";

/** An option that may be shown, and the id that may not. */
export interface DisclosedOption {
  /** Null where the option stands for several aircraft. */
  hitId: string | null;
  fields: Omit<Option, "token">;
}

/** What all options of one answer share. Lives as long as the answer is written, and no longer (R2). */
export interface Disclosure {
  request: SearchRequest;
  pricing: Pricing;
  /** Our own address for one of the marketplace's photos; null for one that we would not fetch. */
  showPhoto(url: string): string | null;
  /** The airports of a trip come back with every hit: each is read once. */
  airports: Map<string, Airport>;
  /** Where an airport is: the marketplace does not say it with its hits. */
  findPosition(code: string): Position | null;
}

/** In which a photo is shown, best first; the marketplace's `LARGE` and `MEDIUM` are often the same file. */
const photoSizes = ["MEDIUM", "LARGE", "SMALL", "THUMBNAIL"];
const photoKinds = new Map<unknown, PhotoKind>(PhotoKind.options.map((kind) => [kind, kind]));
const mostPhotos = 6;
const mostLegs = 8;
const longestName = 100;

/** Stamps and nothing else, so that no free text passes as one: seconds may be missing (`avinode-api.md` A3). */
const utcStamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;
const localStamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * The wall between the marketplace and the page (architecture, decision 1): the public option is built field by field,
 * so that nothing that identifies an operator can pass by accident (R3). Null for a hit that cannot be read; what an
 * option can be without is read leniently, so that an odd year does not cost an offer.
 */
export function discloseOption(hit: unknown, disclosure: Disclosure): DisclosedOption | null {
  const { id, quote: unreadQuote } = fieldsOf<AvinodeSearchHit>(hit);
  const quote = fieldsOf<AvinodeSearchHit["quote"]>(unreadQuote);
  const lift = fieldsOf<AvinodeLift>(quote.lift);
  const category = readText(lift.aircraftCategory, longestName);
  const type = readText(lift.aircraftType, longestName);
  const maxPassengers = readCount(lift.maxPax);
  if (typeof id !== "string" || id === "" || category === null || type === null || maxPassengers === null) return null;
  const legs = discloseLegs(entriesOf(quote.segments), disclosure);
  if (legs === null) return null;
  // The order of the fields is the schema's: it is part of the seal.
  return {
    hitId: id,
    fields: {
      kind: "aircraft",
      category: categoryName(category),
      type,
      maxPassengers,
      aircraftCount: 1,
      price: priceOption(quote, disclosure.pricing),
      legs,
      aircraft: discloseAircraft(lift, disclosure.request.locale),
      photos: disclosePhotos(entriesOf(lift.typePhotos), disclosure),
    },
  };
}

/** Only the flights with the end-client on board: where an aircraft comes from tells whose it is. */
function discloseLegs(segments: readonly unknown[], disclosure: Disclosure): OptionLeg[] | null {
  const legs: OptionLeg[] = [];
  for (const entry of segments) {
    const segment = fieldsOf<AvinodeSegment>(entry);
    if (saysNo(segment.paxSegment)) continue;
    const leg = discloseLeg(segment, disclosure, disclosure.request.legs[legs.length]?.time === null);
    if (leg === null || legs.length === mostLegs) return null;
    legs.push(leg);
  }
  return legs.length === 0 ? null : legs;
}

function discloseLeg(segment: Unread<AvinodeSegment>, disclosure: Disclosure, isTimeOpen: boolean): OptionLeg | null {
  const from = discloseAirport(segment.startAirport, disclosure);
  const to = discloseAirport(segment.endAirport, disclosure);
  const departsAt = discloseInstant(segment.departureDateTime);
  const arrivesAt = discloseInstant(segment.arrivalDateTime);
  const flightMinutes = readCount(segment.flightMinutes);
  const blockMinutes = readCount(segment.blockMinutes);
  const distanceNm = readCount(segment.distanceNM);
  if (!from || !to || !departsAt || !arrivesAt) return null;
  if (flightMinutes === null || blockMinutes === null || distanceNm === null) return null;
  return {
    from,
    to,
    departsAt,
    arrivesAt,
    timeToBeDecided: isTimeOpen || saysYes(segment.timeTBD),
    flightMinutes,
    blockMinutes,
    distanceNm,
    fuelStops: readCount(segment.fuelStopCount) ?? 0,
  };
}

function discloseInstant(instant: unknown): LocalInstant | null {
  const { dateTimeUTC: utc, dateTimeLocal: local } = fieldsOf<AvinodeInstant>(instant);
  if (typeof utc !== "string" || typeof local !== "string") return null;
  return utcStamp.test(utc) && localStamp.test(local) ? { utc, local } : null;
}

function discloseAirport(airport: unknown, { airports: seen, findPosition }: Disclosure): Airport | null {
  const { id } = fieldsOf<AvinodeAirport>(airport);
  const known = typeof id === "string" ? seen.get(id) : undefined;
  if (known) return known;
  const read = AvinodeAirport.safeParse(airport);
  if (!read.success) return null;
  const shown = showAirport(read.data);
  if (!shown) return null;
  shown.position ??= findPosition(shown.code);
  seen.set(read.data.id, shown);
  return shown;
}

function discloseAircraft(lift: Unread<AvinodeLift>, locale: string | undefined): OptionAircraft {
  const details = fieldsOf<NonNullable<AvinodeLift["aircraftTailDetails"]>>(lift.aircraftTailDetails);
  const performance = fieldsOf<NonNullable<AvinodeLift["liftPerformance"]>>(lift.liftPerformance);
  return {
    yearOfMake: readCount(details.yearOfMake),
    amenities: listedAmenities(entriesOf(details.amenities), locale),
    rangeNm: readCount(performance.maxRangeNM),
    cruiseSpeedKt: readCount(performance.cruiseSpeedKnots),
    safetyRatings: discloseRatings(entriesOf(lift.safetyRatings)),
  };
}

type Rating = NonNullable<AvinodeLift["safetyRatings"]>[number];

/** One for each standard: of two levels, the one that comes last. */
function discloseRatings(ratings: readonly unknown[]): SafetyRating[] {
  const shown: SafetyRating[] = [];
  for (const entry of ratings) {
    const { standard, levelDisplayName, levelCode } = fieldsOf<Rating>(entry);
    const listed = listedRating(standard, [levelDisplayName, levelCode]);
    if (!listed) continue;
    const place = shown.findIndex((other) => other.standard === listed.standard);
    if (place < 0) shown.push(listed);
    else shown[place] = listed;
  }
  return shown;
}

/** Photos of the type, never of the tail: a livery or a registration would give the operator away. */
function disclosePhotos(photos: readonly unknown[], disclosure: Disclosure): OptionPhoto[] {
  const shown: OptionPhoto[] = [];
  for (const photo of photos) {
    const { type, copies } = fieldsOf<AvinodePhoto>(photo);
    const address = bestCopy(entriesOf(copies));
    const url = address === null ? null : disclosure.showPhoto(address);
    if (url !== null) shown.push({ kind: photoKinds.get(type) ?? "OTHER", url });
    if (shown.length === mostPhotos) break;
  }
  return shown;
}

function bestCopy(copies: readonly unknown[]): string | null {
  let best: string | null = null;
  let bestRank = photoSizes.length;
  for (const copy of copies) {
    const { size, url } = fieldsOf<AvinodePhoto["copies"][number]>(copy);
    const rank = typeof size === "string" && typeof url === "string" ? photoSizes.indexOf(size) : -1;
    if (typeof url !== "string" || rank < 0 || rank >= bestRank) continue;
    best = url;
    bestRank = rank;
  }
  return best;
}
