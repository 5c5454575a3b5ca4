import { writeAirport } from "../airports/write-airport.ts";
import { aircraftCategories } from "../world/aircraft-types.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { HitOptions } from "./write-hit.ts";
import { writeMoney } from "./write-money.ts";

/** `quote.lift` of a hit. Tail and certificate appear only on connections set up for them. */
export function writeLift(aircraft: Aircraft, { connection, fields, photoTypes, state }: HitOptions): object {
  const { type, operator } = aircraft;
  const photo = (kinds: string[]) => kinds.filter((kind) => photoTypes === undefined || photoTypes.includes(kind));
  return {
    id: aircraft.id,
    aircraftCategory: type.category,
    aircraftType: type.type,
    aircraftSuperType: type.superType,
    ...(fields.has("typedetails") && {
      aircraftTypeDetails: { id: state.photos.typeId(type.slug), type: "aircrafttypes" },
    }),
    ...(fields.has("categorydetails") && { aircraftCategoryDetails: { id: categoryId(type.category) } }),
    ...(connection.identity && { aircraftTail: aircraft.tail }),
    ...writeTailDetails(aircraft, { fields, currency: connection.currency }),
    // Numbers come as text here (seed 004).
    ...(fields.has("perfdetails") && {
      liftPerformance: { maxRangeNM: String(type.rangeNm), cruiseSpeedKnots: String(type.cruiseKt) },
    }),
    ...(connection.identity &&
      fields.has("liftaoc") && {
        aircraftCertificate: { certificateNumber: operator.certificateNumber, issuingCountry: operator.base.country },
      }),
    maxPax: aircraft.seats,
    ...(fields.has("sellerstats") && { sellerStatistics: operator.statistics }),
    ...(fields.has("tailphotos") && { tailPhotos: state.photos.ofTail(aircraft, photo(["EXTERIOR", "INTERIOR"])) }),
    ...(fields.has("typephotos") && { typePhotos: state.photos.ofType(type.slug, photo(["EXTERIOR", "INTERIOR"])) }),
    ...(fields.has("homebase") && { homebase: writeAirport(aircraft.home) }),
    ownerApprovalRequired: aircraft.ownerApproval,
    ...(fields.has("safety") && { safetyRatings: operator.safetyRatings }),
  };
}

function writeTailDetails(aircraft: Aircraft, write: { fields: Set<string>; currency: string }): object {
  const { fields } = write;
  const { yearOfMake, interiorRefurbished, exteriorRefurbished, amenities, insurance } = aircraft;
  const details = {
    ...(fields.has("taildetails") && { yearOfMake }),
    ...(fields.has("taildetails") && interiorRefurbished && { interiorRefurbished }),
    ...(fields.has("taildetails") && exteriorRefurbished && { exteriorRefurbished }),
    ...(fields.has("amenities") && { amenities }),
    ...(fields.has("insurance") && {
      insurance: { monetaryAmount: writeMoney(insurance, aircraft.operator.currency, write.currency) },
    }),
  };
  return Object.keys(details).length === 0 ? {} : { aircraftTailDetails: details };
}

/** Only `acat-220` for light jets is known (D1); the others are numbered around it. */
function categoryId(category: (typeof aircraftCategories)[number]): string {
  return `acat-${190 + aircraftCategories.indexOf(category) * 10}`;
}
