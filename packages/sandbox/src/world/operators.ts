import { createRandom, seedFor, type Random } from "../random.ts";
import { airports, type Airport } from "./airports.ts";

/** A company that markets aircraft. All of them are invented. */
export interface Operator {
  id: string;
  displayName: string;
  icaoDesignator: string;
  /** ISO 4217: what it quotes in. */
  currency: string;
  base: Airport;
  contact: { person: string; email: string; phone: string; address: string };
  certificateNumber: string;
  safetyRatings: { standard: string; levelCode: string; levelDisplayName: string }[];
  statistics: Record<string, number>;
  /** Its hour against the market's. */
  priceFactor: number;
}

const first =
  "Amber Birch Cobalt Drift Ember Fjord Garnet Harrow Indigo Juniper Kestrel Larch Mistral Nimbus Onyx Peregrine Quartz Rowan Sable Tern Umber Vesper Willow Zephyr".split(
    " ",
  );
const second = "Bay Brook Crest Dale Field Gate Haven Isle Lake Mere Moor Peak Point Reach Ridge Shore Vale Wing".split(
  " ",
);
const kinds = ["Air", "Aviation", "Air Charter", "Executive", "Jets", "Flight Services", "Aero", "Private Aviation"];
const people = ["Alex", "Robin", "Kim", "Sam", "Noa", "Chris", "Maxime", "Andrea", "Jordan", "Sasha"];
const surnames = ["Example", "Sample", "Specimen", "Muster", "Placeholder", "Demo"];
const ratings = [
  { standard: "ARGUS", levelCode: "GOLD", levelDisplayName: "Gold" },
  { standard: "ARGUS", levelCode: "GOLD_PLUS", levelDisplayName: "Gold Plus" },
  { standard: "ARGUS", levelCode: "PLATINUM", levelDisplayName: "Platinum" },
  { standard: "WYVERN", levelCode: "REGISTERED", levelDisplayName: "Registered" },
  { standard: "WYVERN", levelCode: "WINGMAN", levelDisplayName: "Wingman" },
  { standard: "IS-BAO", levelCode: "STAGE_1", levelDisplayName: "Stage 1" },
  { standard: "IS-BAO", levelCode: "STAGE_2", levelDisplayName: "Stage 2" },
  { standard: "IS-BAO", levelCode: "STAGE_3", levelDisplayName: "Stage 3" },
];
const currencies: Record<string, string> = {
  GB: "GBP",
  CH: "CHF",
  US: "USD",
  CA: "CAD",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  AU: "AUD",
  ZA: "ZAR",
  AE: "USD",
};
const euroCountries = "DE FR IT ES PT AT NL BE LU IE FI GR CY MT LV EE LT SI SK HR PL CZ HU RO BG TR".split(" ");

/** Ninety companies, most of them where most aircraft are. */
export function createOperators(seed: number): Operator[] {
  const random = createRandom(seedFor(seed, "operators"));
  const names = new Set<string>();
  while (names.size < 90) names.add(`${random.pick(first)}${random.pick(second).toLowerCase()} ${random.pick(kinds)}`);
  return [...names].map((name, index) => createOperator(random, name, index));
}

/** Where business aircraft live: Europe and North America in like parts, a quarter elsewhere. */
export function pickBase(random: Random): Airport {
  const region = random.next();
  const wanted = region < 0.4 ? europe : region < 0.74 ? northAmerica : elsewhere;
  return wanted[Math.floor(random.next() ** 1.6 * wanted.length)] ?? random.pick(airports);
}

const fields = airports.filter(
  (airport) =>
    airport.kind === "AIRPORT" && airport.city !== "SANDBOX" && airport.popularity >= 1500 && airport.runwayM >= 1700,
);
const europe = fields.filter(({ zone, country }) => zone.startsWith("Europe/") && country.code !== "RU");
const northAmerica = fields.filter(({ country }) => country.code === "US" || country.code === "CA");
const elsewhere = fields.filter((airport) => !europe.includes(airport) && !northAmerica.includes(airport));

function createOperator(random: Random, name: string, index: number): Operator {
  const base = pickBase(random);
  const domain = `${name.toLowerCase().replaceAll(" ", "-")}.example`;
  const letter = (at: number) => String.fromCodePoint(65 + (Math.floor(index / 26 ** at) % 26));
  const quotes = random.between(40, 4000);
  return {
    id: random.guid(),
    displayName: name,
    icaoDesignator: `X${letter(1)}${letter(0)}`,
    currency: currencies[base.country.code] ?? (euroCountries.includes(base.country.code) ? "EUR" : "USD"),
    base,
    contact: {
      person: `${random.pick(people)} ${random.pick(surnames)}`,
      email: `charter@${domain}`,
      phone: `+999 55${String(random.between(0, 9_999_999)).padStart(7, "0")}`,
      address: `${random.between(1, 90)} Hangar Road, ${base.city}`,
    },
    certificateNumber: `${base.country.code}-${random.between(1000, 9999)}`,
    safetyRatings: random.some(ratings, 0.2),
    statistics: {
      averagePriceDiscrepancyPercent: random.between(0, 14),
      quoteCount: quotes,
      underPricedQuoteCount: Math.round(quotes * random.next() * 0.45),
      underPricedQuoteAveragePercent: random.between(100, 1200) / 100,
      overPricedQuoteCount: Math.round(quotes * random.next() * 0.5),
      overPricedQuoteAveragePercent: random.between(100, 1500) / 100,
      medianResponseTimeMinutes: random.between(6, 240),
      responseRatePercent: random.between(35, 100),
      priceAccuracyPercent: random.between(40, 100),
    },
    priceFactor: random.between(88, 116) / 100,
  };
}
