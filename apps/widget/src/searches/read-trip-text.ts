import { isPlainDate } from "../format/plain-date.ts";
import { emptyTrip, isPassengers, MAX_LEGS, placeOf, type Trip, type TripLeg } from "./trip.ts";

const flight = /^(\w{2,8})-(\w{2,8})-(\d{8})-(?:OPEN|(A?)((?:[01]\d|2[0-3])[0-5]\d))-(\d+)$/;

/** A trip as its link has it (`tripPath` of the API client): `EGGW-KTEB-20261213-1100-7_…`. Null: nothing that can be read. */
export function readTripText(text: string): Trip | null {
  const legs: TripLeg[] = [];
  const ways: string[] = [];
  for (const part of text.toUpperCase().split("_")) {
    const [, from, to, day = "", arrival, clock = "", count] = flight.exec(part) ?? [];
    const date = day.replace(/(..)(..)$/, "-$1-$2");
    const passengers = Number(count);
    if (!isPlainDate(date) || !isPassengers(passengers)) return null;
    const time = clock.replace(/..$/, ":$&");
    const timeMeans = arrival ? "arrival" : "departure";
    // Turned round, the way back of a return is the way out again: with as many people, planned as it is.
    ways.push([...(ways.length ? [to, from] : [from, to]), passengers, timeMeans].join());
    legs.push({ from: placeOf(from), to: placeOf(to), date, time, passengers, timeMeans });
  }
  const [out, back] = ways;
  const kind = !back ? "one-way" : back === out && !ways[2] ? "return" : "several";
  return legs.length > MAX_LEGS ? null : { ...emptyTrip, ...legs[0], kind, legs };
}
