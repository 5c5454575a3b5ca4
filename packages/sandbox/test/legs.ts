import { AvinodeEmptyLeg, AvinodeSearch } from "@liftline/schema/avinode";
import { sandboxConnections } from "../src/index.ts";
import type { Answer, Caller } from "./caller.ts";
import { fleetOf } from "./desk.ts";

/** Every value of `fields[search]` and `fields[emptylegs]`. */
export const allLegFields = [
  "amenities",
  "calculatedprice",
  "categorydetails",
  "flighttime",
  "homebase",
  "insurance",
  "liftaoc",
  "perfdetails",
  "safety",
  "sellercontactinfo",
  "sellerstats",
  "taildetails",
  "tailphotos",
  "typedetails",
  "typephotos",
];

export const sellerToken = { token: sandboxConnections.seller.token };

export interface FoundLegs {
  id: string;
  legs: AvinodeEmptyLeg[];
  answer: Answer;
}

/** Searches and checks every leg against the schema. */
export async function findLegs(
  caller: Caller,
  body: object,
  extra: { fields?: string[]; token?: string } = {},
): Promise<FoundLegs> {
  const query = (extra.fields ?? []).map((field) => `fields[search]=${field}`).join("&");
  const wish = { date: "2026-12-04", numberOfDaysFlexibility: "3", passengers: "1", ...body };
  const answer = await caller.post(`/emptylegs/search?${query}`, wish, extra.token ? { token: extra.token } : {});
  if (answer.status !== 200) throw new Error(`search answered ${answer.status} ${answer.text}`);
  const { id, results } = answer.data(AvinodeSearch);
  return { id, legs: (results ?? []).map((leg) => AvinodeEmptyLeg.parse(leg)), answer };
}

/** A registration of the seller's. */
export function tailOfSeller(place = 0): string {
  const aircraft = fleetOf(sandboxConnections.seller)[place];
  if (aircraft === undefined) throw new Error("the seller has no such aircraft");
  return aircraft.tail;
}

/** Body of `POST /emptylegs`: a way that nobody of the stock flies. */
export function legBody(change: object = {}): object {
  return {
    lift: { aircraftTail: tailOfSeller() },
    startAirport: { icao: "EGGW" },
    endAirport: { icao: "LEPA" },
    startDate: "2026-12-05T09:00Z",
    endDate: "2026-12-05T11:20Z",
    sellerPrice: 9000,
    sellerPriceCurrency: "EUR",
    sellerVerified: true,
    ...change,
  };
}

/** Puts a leg on the market for the seller. */
export async function publishLeg(caller: Caller, change: object = {}): Promise<AvinodeEmptyLeg> {
  const answer = await caller.post("/emptylegs", legBody(change), sellerToken);
  if (answer.status !== 201) throw new Error(`publishing answered ${answer.status} ${answer.text}`);
  return answer.data(AvinodeEmptyLeg);
}
