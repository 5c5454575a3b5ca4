import {
  categoryNames,
  type Airport,
  type Option,
  type OptionLeg,
  type SearchResponse,
  type WidgetSettings,
} from "@liftline/schema";

/** What a backend would say, for tests and pictures of the widget alone. */
export const settings: WidgetSettings = {
  name: "Demo Charter",
  contact: { phone: "+44 20 7946 0123", email: "fly@demo-charter.example" },
  languages: ["en-GB", "ar", "de", "en-US", "es", "fr", "he", "it", "nl", "pt-BR", "ru", "zh"],
  texts: [],
  currency: { default: "EUR", offered: ["EUR", "USD", "GBP", "CHF"] },
  groupBy: "aircraft",
  prices: "exact",
  privacyPolicy: "https://www.demo-charter.example/privacy",
  confirmationMail: true,
  categories: ["Turbo prop", "Light jet", "Midsize jet", "Heavy jet", "Ultra long range"],
  categoryNames: categoryNames["en-GB"],
  categoryTexts: {},
  categoryStep: false,
  safety: { minimums: [], text: null },
  features: {
    ...{ returnTrip: true, severalLegs: true, timeUndecided: true, arrivalTime: true, pets: true, luggage: true },
    ...{ nearMe: true, recentAirports: true, categories: true, filters: true, comparison: true, map: true },
    ...{ tripLink: true, calendar: true },
  },
  favouriteAirports: [],
  terms: null,
  company: null,
  analytics: { dataLayer: false },
  brand: { accent: "#14507a", shortName: null },
};

const world: readonly Airport[] = [
  airport("EGGW", "LTN", "Luton", "London"),
  airport("EGLF", "FAB", "Farnborough", "Farnborough"),
  airport("EGKB", "BQH", "Biggin Hill", "London"),
  airport("EGWU", "NHT", "Northolt", "London"),
  airport("EGLC", "LCY", "City", "London"),
  airport("CYXU", "YXU", "London International", "London", ["CA", "Canada"]),
  airport("EGAE", "LDY", "City of Derry", "Londonderry"),
  airport("KTEB", "TEB", "Teterboro", "Teterboro", ["US", "United States"]),
  airport("LFPB", "LBG", "Le Bourget", "Paris", ["FR", "France"]),
];

/** The airports whose code, name or city begins with the text. */
export function airports(query: string): Airport[] {
  const text = query.toLowerCase();
  return world.filter(({ code, iata, name, city }) =>
    [code, iata ?? "", name, city].some((each) => each.toLowerCase().startsWith(text)),
  );
}

function airport(
  icao: string,
  iata: string,
  name: string,
  city: string,
  [code, country] = ["GB", "United Kingdom"],
): Airport {
  return {
    code: icao,
    icao,
    iata,
    name,
    city,
    country: { code: code ?? "", name: country ?? "" },
    position: { latitude: 51.9, longitude: -0.4 },
  };
}

const [luton, , , , , , , teterboro] = world;

const leg: OptionLeg = {
  from: luton ?? airport("EGGW", "LTN", "Luton", "London"),
  to: teterboro ?? airport("KTEB", "TEB", "Teterboro", "Teterboro"),
  departsAt: { utc: "2026-12-13T11:00:00Z", local: "2026-12-13T11:00:00+00:00" },
  arrivesAt: { utc: "2026-12-13T18:40:00Z", local: "2026-12-13T13:40:00-05:00" },
  timeToBeDecided: false,
  flightMinutes: 460,
  blockMinutes: 475,
  distanceNm: 3020,
  fuelStops: 0,
};

const types = [
  ["Light jet", "Citation CJ3", 6],
  ["Midsize jet", "Hawker 800XP", 8],
  ["Heavy jet", "Falcon 2000", 10],
  ["Ultra long range", "Global Express", 13],
] as const;

export const searchAnswer: SearchResponse = {
  search: "sealed-search",
  expiresAt: "2030-01-01T00:00:00Z",
  currency: "EUR",
  options: types.map(([category, type, seats], index): Option => ({
    token: `sealed-${index}`,
    kind: "aircraft",
    category,
    type,
    maxPassengers: seats,
    aircraftCount: 1,
    price: { amount: 48_500 + index * 11_300, currency: "EUR", basis: "estimate" },
    legs: [leg],
    aircraft: {
      yearOfMake: 2012,
      amenities: ["Lavatory", "Wi-Fi"],
      rangeNm: 3350,
      cruiseSpeedKt: 470,
      safetyRatings: [],
    },
    photos: [],
  })),
};
