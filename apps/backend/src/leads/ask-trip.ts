import type { Trip } from "@liftline/schema";
import type { AirportIndex } from "../airports/airport-index.ts";
import type { Broker } from "../brokers/broker.ts";
import type { Clock } from "../clock.ts";
import { tellPlace, type ToldLeg } from "../deliveries/channels/told-place.ts";
import { checkTrip } from "../searches/check-trip.ts";
import { shownCurrency } from "../searches/shown-currency.ts";

export interface AskTripDependencies {
  airportIndex: Pick<AirportIndex, "find">;
  clock: Clock;
}

/** A trip that somebody asks for without options. */
export interface AskedTrip {
  /** As it was sent. */
  trip: Trip;
  legs: ToldLeg[];
  /** To be answered in; one that the broker offers. */
  currency: string;
}

/**
 * Throws `request.invalid` for what a search would refuse as well. A code that we do not know is no fault: our index is not all
 * there is, and the marketplace, which would say, may be why there was no search.
 */
export function askTrip(dependencies: AskTripDependencies, request: { broker: Broker; trip: Trip }): AskedTrip {
  const { airportIndex, clock } = dependencies;
  const { broker, trip } = request;
  checkTrip(trip, { clock, within: "trip." });
  const find = (code: string) => airportIndex.find(code);
  const legs = trip.legs.map((leg) => ({ ...leg, from: tellPlace(leg.from, find), to: tellPlace(leg.to, find) }));
  return { trip, legs, currency: shownCurrency(trip, broker.settings) };
}
