import type { Airport, OptionLeg } from "@liftline/schema";
import type { LeadContent } from "../src/deliveries/channels/lead-content.ts";

type SampleOption = LeadContent["options"][number];

const luton = airport({ code: "EGGW", name: "Luton", city: "London" });
const teterboro = airport({ code: "KTEB", name: "Teterboro", city: "New York" });

/** Out in the morning, back overnight. */
export const sampleLegs: OptionLeg[] = [
  {
    from: luton,
    to: teterboro,
    departsAt: { utc: "2026-12-13T11:00:00Z", local: "2026-12-13T11:00:00+00:00" },
    arrivesAt: { utc: "2026-12-13T18:40:00Z", local: "2026-12-13T13:40:00-05:00" },
    timeToBeDecided: false,
    flightMinutes: 460,
    blockMinutes: 475,
    distanceNm: 3020,
    fuelStops: 0,
  },
  {
    from: teterboro,
    to: luton,
    departsAt: { utc: "2026-12-18T01:30:00Z", local: "2026-12-17T20:30:00-05:00" },
    arrivesAt: { utc: "2026-12-18T08:05:00Z", local: "2026-12-18T08:05:00+00:00" },
    timeToBeDecided: false,
    flightMinutes: 395,
    blockMinutes: 410,
    distanceNm: 3020,
    fuelStops: 1,
  },
];

/** An aircraft, and a whole category at a range. */
export const sampleOptions: SampleOption[] = [
  sampleOption({ kind: "aircraft", type: "Falcon 2000", amount: 143_000 }),
  sampleOption({ kind: "category", type: null, amount: 118_500, amountTo: 162_000 }),
];

/** A lead as it is told, with `changes`. */
export function sampleLead(changes: Partial<LeadContent> = {}): LeadContent {
  return {
    id: "lead_7",
    reference: "LL-7K3F9Q",
    receivedAt: "2026-12-01T10:00:00.000Z",
    locale: "en-GB",
    contact: { name: "Jo Smith", email: "jo@example.com", phone: "+46 70 123 45 67", title: null, company: "Acme" },
    message: "I want to bring my dog.\n\nHe is small.",
    needs: { pets: 1, luggage: "3 large bags" },
    consent: { privacyPolicy: "https://www.demo-charter.example/privacy", acceptedAt: "2026-12-01T09:59:58Z" },
    campaign: { utm_source: "newsletter" },
    trip: { legs: [{ passengers: 7 }, { passengers: 7 }] },
    currency: "EUR",
    asked: null,
    options: sampleOptions,
    ...changes,
  };
}

/** The same person asks without options: from an airport to a place in their own words, and on from a code nobody knows. */
export function sampleAsked(words = "the grass strip near Ascot"): LeadContent {
  const time = { time: "11:00", timeMeans: "departure" as const };
  return sampleLead({
    trip: {
      legs: [
        { from: "EGGW", to: null, toWords: words, date: "2026-12-13", ...time, passengers: 4 },
        { from: "ZZ42", to: "EGGW", date: "2026-12-15", time: null, timeMeans: "departure", passengers: 3 },
      ],
      categories: ["Light jet"],
      maxFuelStops: 0,
    },
    asked: [
      { from: { airport: luton }, to: { words }, date: "2026-12-13", ...time, passengers: 4 },
      {
        from: { code: "ZZ42" },
        to: { airport: luton },
        date: "2026-12-15",
        time: null,
        timeMeans: "departure",
        passengers: 3,
      },
    ],
    options: [],
  });
}

export function sampleOption(by: {
  kind: SampleOption["shown"]["kind"];
  type: string | null;
  amount: number;
  amountTo?: number;
}): SampleOption {
  const { amount, amountTo } = by;
  const price = { amount, ...(amountTo !== undefined && { amountTo }), currency: "EUR", basis: "estimate" as const };
  return {
    price,
    shown: {
      kind: by.kind,
      category: "Heavy jet",
      type: by.type,
      maxPassengers: 10,
      aircraftCount: by.kind === "aircraft" ? 1 : 4,
      price,
      legs: sampleLegs,
      aircraft: null,
    },
  };
}

function airport(names: Pick<Airport, "code" | "name" | "city">): Airport {
  return { ...names, icao: names.code, iata: null, country: { code: "GB", name: "United Kingdom" }, position: null };
}
