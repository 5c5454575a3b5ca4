import type { AvinodeRfqRequest, AvinodeTripCriteria } from "@liftline/schema/avinode";
import { findLeg } from "../empty-legs/market.ts";
import type { Call } from "../http/endpoint.ts";
import { missing, unprocessable } from "../http/refusal.ts";
import { findOffers, type Offer } from "../searches/find-offers.ts";
import { readCriteria } from "../searches/read-criteria.ts";
import type { State } from "../state.ts";
import { checkLifts, isLift, type LiftWish } from "../trips/check-lifts.ts";
import { readSegments, toLegs } from "../trips/read-segments.ts";
import type { StoredSegment } from "../trips/trip-book.ts";
import { companyOf } from "../world/company-of.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { Operator } from "../world/operators.ts";
import { groupBySeller, type ChosenLift, type Choice, type Choosing } from "./choice.ts";

/** A type or a category is asked of so many sellers, first of those that a connection answers for. */
const mostSellers = 10;

/** The lifts that are named, for the legs given or those of the trip. */
export function chooseByCriteria(
  criteria: AvinodeTripCriteria & { requiredLift: LiftWish[] },
  asked: AvinodeRfqRequest["segments"],
  { trip, call, state }: Choosing,
): Choice {
  const { requiredLift } = criteria;
  const areHelicopters = checkLifts(requiredLift, state);
  const rules = { now: call.now, allowsFreeText: areHelicopters.every(Boolean) };
  const segments = asked ? readSegments(asked, rules) : trip?.segments;
  if (segments === undefined) throw missing("field: segments", "segments");
  const own = companyOf(call.connection, state.fleet);
  const { allows } = readCriteria({ segments: [], criteria: { ...criteria, requiredLift: [] } });
  const market = state.fleet.filter(allows);
  const lifts = requiredLift.flatMap((wish, index) => {
    const path = `criteria.requiredLift[${index}]`;
    if (wish.emptyLegId !== undefined)
      return chooseLeg(wish.emptyLegId, `${path}.emptyLegId`, { segments, call, state });
    const fits = market.filter(
      (aircraft) => isLift(aircraft, wish) && (!wish.ownAircraft || aircraft.operator === own),
    );
    if (fits.length === 0) throw unprocessable("LIFT_INVALID", "Nobody markets this lift", path);
    return wish.aircraftTail === undefined
      ? askSellers(wish, fits, state)
      : fits.map((aircraft) => ({ seller: aircraft.operator, lift: chooseAircraft(aircraft, segments, state) }));
  });
  return { segments, bySeller: groupBySeller(lifts), searchId: undefined };
}

/** Asked of whoever publishes it. */
function chooseLeg(
  emptyLegId: string,
  path: string,
  { segments, call, state }: { segments: StoredSegment[]; call: Call; state: State },
): { seller: Operator; lift: ChosenLift }[] {
  const leg = findLeg(state, { id: emptyLegId, connection: call.connection });
  if (leg === undefined) throw unprocessable("LIFT_INVALID", "The empty leg is not on the market", path);
  const { aircraft, category, type, seller } = leg;
  const offer = aircraft && quoteFor(aircraft, segments, state);
  return [{ seller, lift: { aircraftCategory: category, aircraftType: type?.type, aircraft, emptyLegId, offer } }];
}

function askSellers(wish: LiftWish, fits: Aircraft[], state: State): { seller: Operator; lift: ChosenLift }[] {
  const connected = new Set(state.connections.map((connection) => companyOf(connection, state.fleet)));
  const sellers = [...new Set(fits.map(({ operator }) => operator))];
  const first = [...sellers.filter((seller) => connected.has(seller)), ...sellers.filter((one) => !connected.has(one))];
  const { aircraftCategory, aircraftType } = wish;
  const lift = { aircraftCategory, aircraftType, aircraft: undefined, emptyLegId: undefined, offer: undefined };
  return first.slice(0, mostSellers).map((seller) => ({ seller, lift }));
}

function chooseAircraft(aircraft: Aircraft, segments: StoredSegment[], state: State): ChosenLift {
  const { category: aircraftCategory, type: aircraftType } = aircraft.type;
  const offer = quoteFor(aircraft, segments, state);
  return { aircraftCategory, aircraftType, aircraft, emptyLegId: undefined, offer };
}

/** What the marketplace would quote; nothing where the aircraft cannot do it, or where free text names no place. */
function quoteFor(aircraft: Aircraft, segments: StoredSegment[], { now, seed }: State): Offer | undefined {
  const legs = toLegs(segments);
  if (legs === undefined) return undefined;
  const criteria = {
    allows: () => true,
    maxFuelStops: Number.POSITIVE_INFINITY,
    maxPositioningMinutes: Number.POSITIVE_INFINITY,
  };
  const query = { fleet: [aircraft], legs, criteria, includeUnavailable: true, now: now(), seed, failure: undefined };
  return findOffers(query)[0];
}
