import type { Airport } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import { translatePage } from "../pages/messages/catalogue.ts";
import { writeCalendar, type CalendarFlight } from "./write-calendar.ts";

/** A flight with its airports, or their codes where nothing else is known of them. */
export interface TripFlight {
  from: Airport | string;
  to: Airport | string;
  /** `20261213T110000Z`, or `20261213` where the time is open. */
  start: string;
  end: string | null;
}

export interface TripCalendar {
  broker: Pick<Broker, "id" | "name" | "settings">;
  flights: readonly TripFlight[];
  /** Null where the trip was not requested yet. */
  reference: string | null;
  language: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The calendar file of a trip, in the visitor's language: where from, where to, that it is not booked, and whom to ask. */
export function tripCalendar({ broker, flights, reference, language, now }: TripCalendar): string {
  const t = translatePage(language);
  const { phone, email } = broker.settings.contact;
  const description = [
    t("calendar.text"),
    ...(reference === null ? [] : [t("calendar.reference", { reference })]),
    [broker.name, phone, email].filter((part) => part !== null).join("\n"),
  ].join("\n\n");
  const events = flights.map(({ from, to, start, end }): CalendarFlight => {
    const summary = t("calendar.summary", { from: shortName(from), to: shortName(to) });
    const position = typeof from === "string" ? null : from.position;
    return { start, end, summary, description, location: longName(from), position };
  });
  const id = `${broker.id}-${reference ?? flights.map(inCodes).join("-")}`;
  return writeCalendar({ flights: events, id, now });
}

/** Tells a trip that was not requested yet from every other one. */
function inCodes({ from, to, start, end }: TripFlight): string {
  return [codeOf(from), codeOf(to), start, ...(end === null ? [] : [end])].join("-");
}

function codeOf(airport: Airport | string): string {
  return typeof airport === "string" ? airport : airport.code;
}

function shortName(airport: Airport | string): string {
  return typeof airport === "string" ? airport : `${airport.city} (${airport.code})`;
}

function longName(airport: Airport | string): string {
  if (typeof airport === "string") return airport;
  const { name, city, country, code } = airport;
  return [...new Set([name, city, country.name])].filter((part) => part !== "").join(", ") + ` (${code})`;
}
