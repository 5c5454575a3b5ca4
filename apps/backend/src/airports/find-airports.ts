import type { Airport, AirportQuery } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import type { AirportSources } from "./ask-marketplace.ts";
import type { CountryNames } from "./country-name.ts";
import { findByPlace } from "./find-by-place.ts";
import { findByText } from "./find-by-text.ts";

export interface AirportDependencies extends AirportSources {
  countryNames: CountryNames;
}

/** Airports for what an end-client typed, or around where they are. Never fails: our own index stands in. */
export async function findAirports(
  dependencies: AirportDependencies,
  { broker, query }: { broker: Broker; query: AirportQuery },
): Promise<Airport[]> {
  const airports =
    "query" in query
      ? await findByText(dependencies, { broker, query })
      : await findByPlace(dependencies, { broker, query });
  const { lang } = query;
  if (lang === undefined) return airports;
  return airports.map((airport) => {
    const { code, name } = airport.country;
    return { ...airport, country: { code, name: dependencies.countryNames(code, lang) || name } };
  });
}
