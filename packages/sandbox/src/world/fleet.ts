import { createRandom, seedFor, type Random } from "../random.ts";
import { aircraftTypes, type AircraftType } from "./aircraft-types.ts";
import { airports, type Airport } from "./airports.ts";
import { convert } from "./currencies.ts";
import { createOperators, pickBase, type Operator } from "./operators.ts";

/** One aircraft on the market. */
export interface Aircraft {
  /** The lift's id. */
  id: string;
  tail: string;
  type: AircraftType;
  operator: Operator;
  seats: number;
  yearOfMake: number;
  interiorRefurbished: string | undefined;
  exteriorRefurbished: string | undefined;
  amenities: string[];
  insurance: number;
  home: Airport;
  /** Where it stands when nobody asks; mostly at home. */
  position: Airport;
  /** For an hour off blocks, in the operator's currency. */
  hourPrice: number;
  ownerApproval: boolean;
  /** Quoted by the seller's own module instead of the marketplace. */
  externalQuote: boolean;
  reservable: boolean;
  partnerships: string[];
  /** Number in the fleet; decides its calendar and photo paths. */
  serial: number;
  /** Pictures of this very aircraft that its seller has put up. */
  ownPhotos: number;
}

const allAmenities = [
  "110V Outlet",
  "220V Outlet",
  "Aft lavatory",
  "Airshow",
  "Certified lav seat",
  "Coffee pot",
  "Convection oven",
  "Dishware",
  "Divan",
  "DVD player",
  "Espresso machine",
  "Flight phone",
  "Freon air conditioning",
  "Full galley",
  "Glassware",
  "Ice bin",
  "Lavatory",
  "Leather seats",
  "Microwave",
  "Partial galley",
  "Pets allowed",
  "Satellite phone",
  "Ski tube",
  "Smoking allowed",
  "Wi-Fi",
];
const smallAmenities = ["110V Outlet", "Ice bin", "Leather seats", "Pets allowed", "Ski tube"];
/** The lists that `requiredPartnerships` can name in the sandbox. */
export const partnerships = ["My partnerships", "Preferred operators", "Green fleet"];

/** Some 780 aircraft of all types, the same for the same seed. */
export function createFleet(seed: number): Aircraft[] {
  const operators = createOperators(seed);
  const random = createRandom(seedFor(seed, "fleet"));
  const types = aircraftTypes.flatMap((type) => Array.from({ length: type.fleet + random.between(-1, 1) }, () => type));
  return types.map((type, serial) => createAircraft(random, { type, serial, operators }));
}

function createAircraft(random: Random, of: { type: AircraftType; serial: number; operators: Operator[] }): Aircraft {
  const { type, serial } = of;
  const operator = random.pick(of.operators);
  const home = homeOf(random, type, operator);
  const yearOfMake = random.between(type.firstYear, type.lastYear);
  const big = type.seats >= 7;
  return {
    id: random.guid(),
    tail: tailOf(random, operator.base.country.code, serial),
    type,
    operator,
    seats: Math.max(1, type.seats - (random.chance(0.25) ? 1 : 0)),
    yearOfMake,
    interiorRefurbished: refurbished(random, yearOfMake),
    exteriorRefurbished: refurbished(random, yearOfMake),
    amenities: random.some(big ? allAmenities : smallAmenities, big ? 0.48 : 0.6),
    insurance: type.seats >= 10 ? 200_000_000 : random.pick([25_000_000, 50_000_000, 100_000_000]),
    home,
    position: random.chance(0.3) ? nearby(random, home, type) : home,
    hourPrice:
      Math.round(
        (type.hourUsd * convert(1, "USD", operator.currency) * operator.priceFactor * random.between(92, 112)) / 1000,
      ) * 10,
    ownerApproval: random.chance(0.15),
    externalQuote: random.chance(0.08),
    reservable: random.chance(0.06),
    partnerships: random.some(partnerships, 0.2),
    serial,
    ownPhotos: random.pick([0, 0, 0, 1, 2]),
  };
}

function homeOf(random: Random, type: AircraftType, operator: Operator): Airport {
  if (operator.base.runwayM >= type.runwayM && random.chance(0.55)) return operator.base;
  for (;;) {
    const base = pickBase(random);
    if (base.runwayM >= type.runwayM) return base;
  }
}

function nearby(random: Random, home: Airport, type: AircraftType): Airport {
  const around = airports.filter(
    ({ latitude, longitude, runwayM, city }) =>
      city !== "SANDBOX" &&
      runwayM >= Math.max(type.runwayM, 1000) &&
      Math.abs(latitude - home.latitude) < 7 &&
      Math.abs(longitude - home.longitude) < 10,
  );
  return around.length === 0 ? home : random.pick(around);
}

/** Invented marks in the pattern of the country. */
function tailOf(random: Random, country: string, serial: number): string {
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCodePoint(65 + random.between(0, 25))).join("");
  const prefixes: Record<string, string> = {
    GB: "G",
    DE: "D",
    FR: "F",
    IT: "I",
    CH: "HB",
    AT: "OE",
    ES: "EC",
    PT: "CS",
    SE: "SE",
    PL: "SP",
    AE: "A6",
    CA: "C",
  };
  if (country === "US") return `N${100 + (serial % 900)}${letters(2)}`;
  return `${prefixes[country] ?? "9H"}-${letters(4)}`;
}

function refurbished(random: Random, yearOfMake: number): string | undefined {
  const year = yearOfMake + random.between(4, 12);
  if (year > 2025 || random.chance(0.35)) return undefined;
  return `${year}-${String(random.between(1, 12)).padStart(2, "0")}-${String(random.between(1, 28)).padStart(2, "0")}`;
}
