import { OfferedCurrency } from "@liftline/schema";
import { Hono } from "hono";
import type { AirportIndex } from "../airports/airport-index.ts";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../http/context.ts";
import { answerPage, openBrokerPage, type BrokerPageDependencies } from "./broker-page.ts";
import { MissingPage, UnreadablePage } from "./missing-page.tsx";
import { readTrip } from "./read-trip.ts";
import { TripPage, type TripView } from "./trip-page.tsx";

export interface TripsDependencies extends BrokerPageDependencies {
  airportIndex: Pick<AirportIndex, "find">;
  clock: Clock;
}

const halfDayMs = 12 * 60 * 60_000;

/** `/t/{embedKey}/{trip}`: a trip that somebody wants somebody else to see. */
export function tripsRoutes(dependencies: TripsDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:embedKey/:trip", (context) => {
    const page = openBrokerPage(context, dependencies, (embedKey) => `../../s/${embedKey}/`);
    if (!page?.broker.settings.features.tripLink) return answerPage(context, <MissingPage language="en-GB" />, 404);
    const text = context.req.param("trip");
    const legs = readTrip(text);
    if (!legs) return answerPage(context, <UnreadablePage view={page.view} title="bad-trip.title" />, 400);
    const { canSearch, view, broker } = page;
    const wished = OfferedCurrency.safeParse(context.req.query("currency")).data;
    const currency = wished && broker.settings.currency.offered.includes(wished) ? wished : null;
    const trip: TripView = {
      ...view,
      legs,
      trip: text,
      canSearch,
      currency,
      inLanguage: (tag) => `?${currency ? `currency=${currency}&` : ""}lang=${tag}`,
      findAirport: (code: string) => dependencies.airportIndex.find(code),
      // A day is over once it has ended at UTC−12.
      today: new Date(dependencies.clock.now() - halfDayMs).toISOString().slice(0, 10),
    };
    context.header("X-Robots-Tag", "noindex");
    return answerPage(context, <TripPage view={trip} />);
  });
}
