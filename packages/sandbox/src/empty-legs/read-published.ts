import type { AvinodeAirportReference, AvinodeEmptyLegRequest } from "@liftline/schema/avinode";
import { invalid, missing, unprocessable } from "../http/refusal.ts";
import { readMinute } from "../schedules/read-minute.ts";
import { aircraftCategories, aircraftTypes } from "../world/aircraft-types.ts";
import type { Airport } from "../world/airports.ts";
import { isCurrency } from "../world/currencies.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { Operator } from "../world/operators.ts";
import { calculatePrice, estimateFlight } from "./estimate-flight.ts";
import type { Asked } from "./empty-leg.ts";
import type { OwnLeg } from "./market.ts";
import { readPlace } from "./read-wish.ts";

/** Five days: what spans more does not reach the market (seed 004, there for schedules). */
export const longestWindowMs = 5 * 86_400_000;

interface Seller {
  seller: Operator;
  fleet: Aircraft[];
  now: number;
}

/** What a seller publishes, or the refusal that names its first fault. The conditions are our reading: no page lists them. */
export function readPublished(
  body: AvinodeEmptyLegRequest,
  of: Seller,
): Omit<OwnLeg, "id" | "version" | "connection" | "activity"> {
  const lift = readLift(body.lift, of);
  const from = readAirport(body.startAirport, { code: "START_AIRPORT_INVALID", path: "startAirport" });
  const to = readAirport(body.endAirport, { code: "END_AIRPORT_INVALID", path: "endAirport" });
  const [startsAt, endsAt] = [readTime(body.startDate, "startDate"), readTime(body.endDate, "endDate")];
  if (endsAt <= startsAt || endsAt <= of.now || endsAt - startsAt > longestWindowMs) {
    throw unprocessable(
      "DATE_INVALID",
      "The leg must end after its start, in the future, and within five days",
      "endDate",
    );
  }
  const { flightMinutes, distanceNm } = estimateFlight(lift.type, { from, to });
  return {
    ...lift,
    seller: of.seller,
    brokered: lift.aircraft === undefined,
    verified: body.sellerVerified ?? false,
    message: body.sellerMessage,
    from,
    to,
    startsAt,
    endsAt,
    flightMinutes,
    distanceNm,
    price: readPrice(body),
    calculated: calculatePrice(lift.aircraft, { from, to, startsAt }),
    published: body.published ?? true,
  };
}

function readLift(
  { aircraftTail, aircraftType, aircraftCategory }: AvinodeEmptyLegRequest["lift"],
  { seller, fleet }: Seller,
): Pick<OwnLeg, "aircraft" | "type" | "category" | "seats"> {
  const aircraft = fleet.find(({ tail, operator }) => tail === aircraftTail && operator === seller);
  if (aircraft) return { aircraft, type: aircraft.type, category: aircraft.type.category, seats: aircraft.seats };
  const type = aircraftTypes.find((known) => known.type === aircraftType);
  const category = type?.category ?? aircraftCategories.find((name) => same(name, aircraftCategory));
  if (aircraftTail !== undefined || category === undefined) {
    throw unprocessable("LIFT_INVALID", "The lift is not valid", "lift");
  }
  return { aircraft: undefined, type, category, seats: type?.seats };
}

function readAirport(reference: AvinodeAirportReference, fault: { code: string; path: string }): Airport {
  const airport = readPlace(reference, fault);
  if (airport === undefined) throw missing(`field: ${fault.path}`, fault.path);
  return airport;
}

function readTime(text: string, path: string): number {
  const at = readMinute(text);
  if (at === undefined) throw invalid(`field: ${path}`, path);
  return at;
}

function readPrice({ sellerPrice, sellerPriceCurrency }: AvinodeEmptyLegRequest): Asked | undefined {
  if (sellerPrice === undefined) return undefined;
  if (sellerPriceCurrency === undefined) throw missing("field: sellerPriceCurrency", "sellerPriceCurrency");
  if (!isCurrency(sellerPriceCurrency)) throw invalid("field: sellerPriceCurrency", "sellerPriceCurrency");
  if (sellerPrice < 0) throw invalid("field: sellerPrice", "sellerPrice");
  return { amount: sellerPrice, currency: sellerPriceCurrency };
}

function same(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}
