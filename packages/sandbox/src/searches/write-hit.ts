import { writeAirport } from "../airports/write-airport.ts";
import type { SandboxConnection } from "../connections.ts";
import { writeInstant, writeStamp } from "../routing/local-time.ts";
import type { PlannedLeg } from "../routing/plan-trip.ts";
import { createRandom, seedFor } from "../random.ts";
import type { State } from "../state.ts";
import type { Offer } from "./find-offers.ts";
import { writeLift } from "./write-lift.ts";
import { commissioned, writeMoney } from "./write-money.ts";

export interface HitOptions {
  connection: SandboxConnection;
  fields: Set<string>;
  outputCurrencies: string[];
  /** Undefined: exterior and interior. */
  photoTypes: string[] | undefined;
  state: State;
  now: number;
}

const dayMs = 86_400_000;

/** A hit as the marketplace writes it, with the parts that the sparse fields and the connection allow (seed 004). */
export function writeHit(id: string, offer: Offer, options: HitOptions): object {
  const { connection, fields, state } = options;
  const { trip, netPrice } = offer;
  const { operator, externalQuote, reservable } = trip.aircraft;
  const price = commissioned(netPrice, connection);
  const money = (amount: number) => writeMoney(amount, operator.currency, connection.currency);
  const { person, email, phone, address } = operator.contact;
  return {
    id,
    quote: {
      sellerCompany: {
        id: operator.id,
        displayName: operator.displayName,
        icaoDesignator: operator.icaoDesignator,
        ...(fields.has("sellercontactinfo") && {
          contactInfo: { contactName: person, emails: [email], phone, office: address },
        }),
      },
      sellerPrice: money(price),
      sellerPriceWithoutCommission: money(netPrice),
      convertedPrices: options.outputCurrencies.map((currency) =>
        writeMoney(price, operator.currency, currency, false),
      ),
      avinodeGenerated: !externalQuote,
      reservable,
      lift: writeLift(trip.aircraft, options),
      segments: trip.legs.map(writeSegment),
      ...(fields.has("metrics") && { metrics: { positioningMinutes: trip.ferryMinutes, overnights: trip.nights } }),
    },
    ...(fields.has("startposition") && writeStart(offer, state.seed)),
    ...(fields.has("schedule") && { scheduledUpdatedOn: writeStamp(updatedAt(offer, options)) }),
  };
}

/** A flight with passengers. */
export function writeSegment(leg: PlannedLeg): object {
  const { from, to, flight } = leg;
  const byDeparture = leg.means === "departure";
  return {
    startAirport: writeAirport(from),
    endAirport: writeAirport(to),
    departureDateTime: { ...writeInstant(leg.departsAt, from.zone), calculated: !byDeparture },
    arrivalDateTime: { ...writeInstant(leg.arrivesAt, to.zone), calculated: byDeparture },
    timeTBD: leg.timeTbd,
    blockMinutes: flight.blockMinutes,
    flightMinutes: flight.flightMinutes,
    fuelMinutes: flight.fuelMinutes,
    paxCount: leg.passengers,
    paxSegment: leg.passengers > 0,
    distanceNM: flight.distanceNm,
    fuelStopCount: flight.fuelStops.length,
  };
}

function writeStart({ trip }: Offer, seed: number): object {
  const { aircraft, legs, initialPositioningMinutes } = trip;
  const random = createRandom(seedFor(seed, `calendar ${aircraft.serial}`));
  const departsAt = (legs[0]?.departsAt ?? 0) - initialPositioningMinutes * 60_000;
  const from = departsAt - random.between(1, 9) * dayMs - random.between(0, 86) * 600_000;
  const to = (legs.at(-1)?.arrivesAt ?? departsAt) + random.between(1, 9) * dayMs;
  return {
    startPosition: writeAirport(aircraft.position),
    startPositionAvailableFrom: writeInstant(from, aircraft.position.zone),
    startPositionAvailableTo: writeInstant(to, aircraft.position.zone),
    initialPositioningMinutes,
  };
}

function updatedAt({ trip }: Offer, { state, now }: HitOptions): number {
  return now - createRandom(seedFor(state.seed, `update ${trip.aircraft.serial}`)).between(60, 20 * 86_400) * 1000;
}
