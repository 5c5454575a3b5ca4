import { AvinodeRfq, AvinodeTrip } from "@liftline/schema/avinode";
import { sandboxConnections } from "../src/index.ts";
import { seedFor } from "../src/random.ts";
import { companyOf } from "../src/world/company-of.ts";
import { createFleet, type Aircraft } from "../src/world/fleet.ts";
import { createCaller, type Answer, type Caller } from "./caller.ts";
import { segment, type LegWish } from "./trip.ts";

/** One company at its own connection. */
export interface Party {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
}

export interface Desk {
  caller: Caller;
  buyer: Party;
  seller: Party;
  /** Has nothing to do with any of it. */
  stranger: Party;
  /** The seller's, biggest first. */
  fleet: Aircraft[];
}

/** A buyer, a seller and somebody else, in a fresh marketplace. */
export function openDesk(): Desk {
  const caller = createCaller();
  const { demo, seller, second } = sandboxConnections;
  return {
    caller,
    buyer: partyOf(caller, demo.token),
    seller: partyOf(caller, seller.token),
    stranger: partyOf(caller, second.token),
    fleet: fleetOf(seller),
  };
}

export function partyOf(caller: Caller, token: string): Party {
  return {
    get: (path) => caller.get(path, { token }),
    post: (path, body, headers = {}) => caller.post(path, body, { token, headers }),
    put: (path, body) => caller.put(path, body, { token }),
  };
}

/** Aeroplanes of the company behind a connection. */
export function fleetOf(connection: { fleetRank: number }): Aircraft[] {
  const fleet = createFleet(seedFor(1, "week 0"));
  const company = companyOf({ name: "", currency: "EUR", commissionPercent: 0, ...connection }, fleet);
  return fleet
    .filter(({ operator, type }) => operator === company && type.layout !== "helicopter")
    .sort((one, other) => other.seats - one.seats);
}

/** A leg of a trip or RFQ. */
export function leg(wish: LegWish): object {
  return { ...segment(wish), paxSegment: true };
}

/** Body of an RFQ for some of the seller's aircraft. */
export function rfqFor(aircraft: Aircraft[], change: object = {}): object {
  return {
    buyerMessage: 'Can you bring a "dog"?\nThanks',
    criteria: { requiredLift: aircraft.map(({ tail }) => ({ aircraftTail: tail })) },
    segments: [leg({ from: "EGGW", to: "LFMN" })],
    ...change,
  };
}

/** Sends an RFQ for so many of the seller's aircraft and reads it as its seller does. */
export async function askSeller(
  desk: Desk,
  lifts = 1,
  change: object = {},
): Promise<{ trip: AvinodeTrip; rfq: AvinodeRfq }> {
  const answer = await desk.buyer.post("/rfqs", rfqFor(desk.fleet.slice(0, lifts), change));
  if (answer.status !== 201) throw new Error(`RFQ answered ${answer.status} ${answer.text}`);
  const trip = answer.data(AvinodeTrip);
  const rfq = (await desk.seller.get(`/rfqs/${trip.rfqs?.[0]?.id}`)).data(AvinodeRfq);
  return { trip, rfq };
}

/** Body of `submitQuote`. */
export function quoteOf(tail: string, change: object = {}): object {
  const dateTime = { date: "2026-12-13", time: "08:00", departure: true, local: false };
  return {
    message: "We are happy to offer this.",
    quote: {
      segments: [
        {
          startAirport: { icao: "LSGG" },
          endAirport: { icao: "EGGW" },
          dateTime,
          paxCount: "0",
          paxSegment: false,
          showToBuyer: false,
          distanceNM: 400,
          blockTimeMinutes: 90,
          flightMinutes: 80,
        },
        {
          startAirport: { icao: "EGGW" },
          endAirport: { icao: "LFMN" },
          dateTime: { ...dateTime, time: "11:00" },
          paxCount: "4",
          paxSegment: true,
          showToBuyer: false,
          blockTimeMinutes: 125,
        },
      ],
      lift: { aircraftTail: tail },
      messageForBuyer: "De-icing is not included.",
      currencyCode: "EUR",
      totalPrice: 15_100,
      sellerUniqueQuoteIdentifier: "Q-1",
      lineItems: [
        { visibleToBuyer: true, displayName: "Flight", price: 14_000 },
        { visibleToBuyer: false, displayName: "Margin", price: 1100 },
      ],
      attachments: [{ mimeType: "application/pdf", name: "offer.pdf", type: "Quote", data: "JVBERi0=" }],
      ...change,
    },
  };
}
