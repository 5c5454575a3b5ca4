import type { Broker } from "../../../brokers/broker.ts";
import { tripCalendar, type TripFlight } from "../../../calendars/trip-calendar.ts";
import type { ConfirmationContent, ConfirmedLeg } from "./confirmation-content.ts";

/**
 * The flights of what was asked for, for the end-client's calendar; the same text on every try. Of several options the first:
 * they fly the same trip, and differ in when they arrive. None for empty legs, whose times are a window (R23), nor where the
 * broker wants no calendars.
 */
export function confirmationCalendar(
  content: ConfirmationContent,
  { broker, language }: { broker: Pick<Broker, "id" | "name" | "settings">; language: string },
): string | undefined {
  const { asked, reference, receivedAt } = content;
  if (!broker.settings.features.calendar || receivedAt === undefined) return undefined;
  const flights = asked ? asked.flatMap(askedFlight) : chosenFlights(content);
  if (flights.length === 0) return undefined;
  return tripCalendar({ broker, flights, reference, language, now: Date.parse(receivedAt) });
}

/** A whole day: how long it takes, and which zone its time is in, nobody has said. None where a place is not known. */
function askedFlight({ from, to, date }: ConfirmedLeg): TripFlight[] {
  return from && to ? [{ from, to, start: digits(date), end: null }] : [];
}

function chosenFlights({ options: [option] }: ConfirmationContent): TripFlight[] {
  if (!option || option.kind === "empty-leg") return [];
  return option.legs.map(({ from, to, departsAt, arrivesAt, timeToBeDecided }): TripFlight => {
    if (timeToBeDecided) return { from, to, start: digits(departsAt.local.slice(0, 10)), end: null };
    return { from, to, start: stamp(departsAt.utc), end: stamp(arrivesAt.utc) };
  });
}

/** `2026-12-13T11:00:00Z` as `20261213T110000Z`; seconds may be missing. */
function stamp(utc: string): string {
  return `${digits(utc.slice(0, 16))}00Z`;
}

function digits(text: string): string {
  return text.replace(/[-:]/g, "");
}
