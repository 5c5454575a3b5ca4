import { LeadReceipt, type Airport } from "@liftline/schema";
import { Hono } from "hono";
import type { AirportIndex } from "../airports/airport-index.ts";
import type { Brokers } from "../brokers/brokers.ts";
import type { Clock } from "../clock.ts";
import { DomainError } from "../domain-error.ts";
import type { AppEnv } from "../http/context.ts";
import { pageLanguage } from "../pages/page-language.ts";
import { readFlights } from "./read-flights.ts";
import { tripCalendar } from "./trip-calendar.ts";

export interface CalendarsDependencies {
  brokers: Pick<Brokers, "findByEmbedKey">;
  airportIndex: Pick<AirportIndex, "find">;
  clock: Clock;
}

/** `/calendar/{embedKey}/{flights}.ics`: a plain link, for every browser and every calendar. Nothing is stored for it. */
export function calendarsRoutes({ brokers, airportIndex, clock }: CalendarsDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:embedKey/:file", (context) => {
    const { embedKey, file } = context.req.param();
    const broker = brokers.findByEmbedKey(embedKey);
    const flights = readFlights(file);
    if (!broker?.settings.features.calendar || !flights) throw new DomainError("route.unknown");
    const airport = (code: string): Airport | string => airportIndex.find(code) ?? code;
    const wishes = { asked: context.req.query("lang"), accepted: context.req.header("accept-language") };
    const body = tripCalendar({
      broker,
      flights: flights.map(({ from, to, ...times }) => ({ ...times, from: airport(from), to: airport(to) })),
      reference: LeadReceipt.shape.reference.safeParse(context.req.query("reference")).data ?? null,
      language: pageLanguage(broker.settings, wishes),
      now: clock.now(),
    });
    context.header("Content-Type", "text/calendar; charset=utf-8; method=PUBLISH");
    context.header("Content-Disposition", 'attachment; filename="flight.ics"');
    context.header("Vary", "Accept-Language");
    return context.body(body);
  });
}
