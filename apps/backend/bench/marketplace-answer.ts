/**
 * An answer of the marketplace to `POST /searches` as large as the largest: every field of `avinode-api.md` B3, all sparse
 * fields asked for, a fleet of invented operators. The same text for the same numbers.
 */
export function createMarketplaceAnswer(hitCount: number, seed = 1): string {
  const random = createRandom(seed);
  const results = Array.from({ length: hitCount }, () => createHit(random)).toSorted(
    (one, other) => one.quote.sellerPrice.price - other.quote.sellerPrice.price,
  );
  return JSON.stringify({
    meta: { errors: [], warnings: [], infos: [] },
    data: {
      id: "asearch-23456789",
      href: "https://sandbox.example/api/searches/asearch-23456789",
      type: "searches",
      results,
    },
  });
}

/** A single hit of such an answer, to do with as one likes. */
export function createMarketplaceHit(seed = 1): ReturnType<typeof createHit> {
  return structuredClone(createHit(createRandom(seed)));
}

type Random = ReturnType<typeof createRandom>;

const fleet = [
  ["Turbo prop", "King Air 200", 8, 1500, 280],
  ["Turbo prop", "Pilatus PC-12", 8, 1700, 270],
  ["Entry level jet (VLJ)", "Phenom 100", 4, 1100, 380],
  ["Entry level jet (VLJ)", "Citation Mustang", 4, 1050, 340],
  ["Light jet", "Citation CJ1", 5, 1250, 370],
  ["Light jet", "Citation CJ2", 6, 1550, 400],
  ["Light jet", "Phenom 300", 7, 1900, 445],
  ["Super light jet", "Citation XLS", 8, 1850, 430],
  ["Super light jet", "Learjet 45", 8, 1700, 450],
  ["Midsize jet", "Hawker 800XP", 8, 2400, 430],
  ["Midsize jet", "Learjet 60", 7, 2300, 450],
  ["Midsize jet", "Citation Latitude", 9, 2700, 440],
  ["Super midsize jet", "Challenger 300", 9, 3100, 460],
  ["Super midsize jet", "Falcon 50EX", 9, 3000, 450],
  ["Super midsize jet", "Gulfstream G200", 9, 3200, 460],
  ["Heavy jet", "Falcon 2000", 10, 3100, 470],
  ["Heavy jet", "Falcon 900EX", 12, 4200, 470],
  ["Heavy jet", "Challenger 604", 12, 3700, 450],
  ["Heavy jet", "Legacy 600", 13, 3200, 450],
  ["Heavy jet", "Gulfstream G-IV", 13, 3900, 460],
  ["Ultra long range", "Gulfstream G550", 15, 6300, 480],
  ["Ultra long range", "Global Express", 14, 6100, 480],
  ["Ultra long range", "Falcon 7X", 14, 5800, 480],
  ["VIP airliner", "Boeing BBJ", 18, 5800, 450],
] as const;

const amenities = [
  "110V Outlet",
  "Certified lav seat",
  "Coffee pot",
  "Dishware",
  "Freon air conditioning",
  "Glassware",
  "Ice bin",
  "Lavatory",
  "Leather seats",
  "Partial galley",
  "Microwave",
  "Satellite phone",
  "Wi-Fi",
  "DVD player",
  "Divan",
];

const airports = {
  bromma: airport("aport-6002", "NORTHFIELD", "NORTHFIELD", "ESNF", "NFX", "SE", "Sweden"),
  landvetter: airport("aport-5955", "HARBOUR", "SOUTHPORT (HARBOUR)", "ESHB", "HBX", "SE", "Sweden"),
};

function createHit(random: Random) {
  const [aircraftCategory, aircraftType, seats, range, speed] = random.pick(fleet);
  const price = 100 * random.integer(40, 1600);
  const home = random.pick(bases);
  const minutes = random.integer(38, 70);
  return {
    id: `asearchhit-9${random.digits(8)}`,
    quote: {
      sellerCompany: {
        id: random.guid(),
        displayName: `${random.pick(names)} ${random.pick(["Air", "Aviation", "Jets", "Executive"])}`,
        icaoDesignator: random.pick(["NXA", "QZB", "KJC", "VVD"]),
      },
      sellerPrice: money("EUR", price, "EUR", price),
      sellerPriceWithoutCommission: money("EUR", price - 300, "EUR", price - 300),
      convertedPrices: [
        { currency: "EUR", price, conversionCurrency: "USD", convertedPrice: Math.round(price * 108.17) / 100 },
        { currency: "EUR", price, conversionCurrency: "SEK", convertedPrice: Math.round(price * 949.42) / 100 },
      ],
      avinodeGenerated: true,
      reservable: false,
      lift: {
        id: random.guid(),
        aircraftCategory,
        aircraftType,
        aircraftTypeDetails: { id: random.guid(), type: "aircrafttypes" },
        aircraftCategoryDetails: { id: `acat-${random.digits(3)}` },
        aircraftTail: `SE-${random.pick(["D", "M", "R"])}${random.pick(["AB", "FK", "LX", "QT", "VZ"])}`,
        aircraftTailDetails: {
          yearOfMake: random.integer(1992, 2025),
          interiorRefurbished: `20${random.integer(10, 25)}-04-01`,
          exteriorRefurbished: `20${random.integer(10, 25)}-02-22`,
          amenities: amenities.filter(() => random.integer(0, 2) > 0),
          insurance: { monetaryAmount: money("EUR", 50_000_000, "EUR", 50_000_000) },
        },
        liftPerformance: { maxRangeNM: String(range), cruiseSpeedKnots: String(speed) },
        aircraftCertificate: {
          certificateNumber: `C-${random.digits(4)}`,
          issuingCountry: { code: "SE", name: "Sweden" },
        },
        maxPax: seats - random.integer(0, 1),
        sellerStatistics: {
          averagePriceDiscrepancyPercent: 5,
          quoteCount: random.integer(10, 4000),
          underPricedQuoteCount: random.integer(10, 1500),
          underPricedQuoteAveragePercent: random.integer(1, 900) / 100,
          overPricedQuoteCount: random.integer(10, 1500),
          overPricedQuoteAveragePercent: random.integer(1, 900) / 100,
        },
        tailPhotos: [],
        typePhotos: typePhotos(aircraftType),
        homebase: home,
        ownerApprovalRequired: false,
        safetyRatings: [{ standard: "ARGUS", ...random.pick(levels) }],
      },
      segments: [
        {
          startAirport: airports.bromma,
          endAirport: airports.landvetter,
          departureDateTime: instant(8 * 60, false),
          arrivalDateTime: instant(8 * 60 + minutes, true),
          timeTBD: false,
          blockMinutes: minutes,
          flightMinutes: minutes - 12,
          fuelMinutes: 0,
          paxCount: 1,
          paxSegment: true,
          distanceNM: 212,
          fuelStopCount: 0,
        },
      ],
    },
    startPosition: home,
    startPositionAvailableFrom: { dateTimeUTC: "2026-11-23T05:20:00Z", dateTimeLocal: "2026-11-23T06:20:00+01:00" },
    startPositionAvailableTo: { dateTimeUTC: "2026-12-27T05:20:00Z", dateTimeLocal: "2026-12-27T06:20:00+01:00" },
    scheduledUpdatedOn: `2026-11-23T03:${random.integer(10, 59)}:08Z`,
    initialPositioningMinutes: random.integer(0, 180),
  };
}

const names = ["Northlight", "Quill", "Kestrel", "Varde", "Sundborg", "Meridian", "Halyard", "Ostra", "Pinnar", "Tarn"];
const levels = [
  { levelCode: "GOLD", levelDisplayName: "Gold" },
  { levelCode: "PLATINUM", levelDisplayName: "Platinum" },
];
const bases = names.map((name, index) =>
  airport(
    `aport-54${10 + index}`,
    name.toUpperCase(),
    `${name.toUpperCase()} CITY`,
    `EQ${index}A`,
    `Q${index}A`,
    "PL",
    "Poland",
  ),
);

function typePhotos(type: string) {
  const store = 2000 + Array.from(type, (_, index) => type.charCodeAt(index)).reduce((sum, code) => sum + code, 0);
  return ["EXTERIOR", "INTERIOR"].map((kind, index) => {
    const url = `https://sandbox.example/mediafiles/store/${store}/${createRandom(store + index).letters(6)}.${createRandom(store * 7 + index).letters(3)}`;
    const copy = (size: string, suffix: string) => ({ size, url: `${url}${suffix}.jpg`, anonymized: null });
    return {
      type: kind,
      copies: [copy("LARGE", ""), copy("MEDIUM", ""), copy("SMALL", "_30"), copy("THUMBNAIL", "_31")],
    };
  });
}

function airport(id: string, name: string, city: string, icao: string, iata: string, code: string, country: string) {
  return {
    id,
    href: `https://sandbox.example/api/airports/${id}`,
    type: "airports",
    name,
    city,
    country: { code, name: country },
    icao,
    iata,
  };
}

function money(currency: string, price: number, conversionCurrency: string, convertedPrice: number) {
  return { currency, price, conversionCurrency, convertedPrice, priceAsString: String(price) };
}

function instant(minuteOfDay: number, calculated: boolean) {
  const utc = new Date(Date.UTC(2026, 11, 13, 0, minuteOfDay)).toISOString().slice(0, 19);
  const local = new Date(Date.UTC(2026, 11, 13, 1, minuteOfDay)).toISOString().slice(0, 19);
  return { dateTimeUTC: `${utc}Z`, dateTimeLocal: `${local}+01:00`, calculated };
}

/** A small generator of numbers that repeats itself (mulberry32), so that two runs measure the same bytes. */
function createRandom(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const text = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet[integer(0, alphabet.length - 1)]).join("");
  return {
    integer,
    digits: (length: number) => text(length, "0123456789"),
    letters: (length: number) => text(length, "abcdefghijklmnopqrstuvwxyz"),
    guid: () => [8, 4, 4, 4, 12].map((length) => text(length, "0123456789ABCDEF")).join("-"),
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
