import type { Airport } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import type { AirportAnswer } from "./airport-cache.ts";
import { askMarketplace, cacheScope, type AirportSources } from "./ask-marketplace.ts";
import { rankAirports, showsText } from "./rank-airports.ts";

export interface TextLookup {
  broker: Broker;
  query: { query: string; limit: number };
}

/** The marketplace is not asked for less (R16). */
const shortestText = 3;

export async function findByText(sources: AirportSources, { broker, query }: TextLookup): Promise<Airport[]> {
  const text = query.query.toLowerCase().replace(/\s+/g, " ");
  const answer =
    Array.from(text).length < shortestText
      ? undefined
      : (sources.airportCache.findFresh(keyOf(broker, text)) ??
        refine(sources, { broker, text }) ??
        (await ask(sources, { broker, text })));
  return answer ? answer.airports.slice(0, query.limit) : sources.airportIndex.search(text, query.limit);
}

function ask(sources: AirportSources, { broker, text }: { broker: Broker; text: string }) {
  return askMarketplace(sources, {
    broker,
    key: keyOf(broker, text),
    search: { filter: text },
    arrange: (airports) => rankAirports(airports, text),
  });
}

/** All that is found by a text is in the complete answer to its beginning: a letter more needs no call. */
function refine(
  { airportCache }: AirportSources,
  { broker, text }: { broker: Broker; text: string },
): AirportAnswer | undefined {
  for (let length = text.length - 1; length >= shortestText; length -= 1) {
    const beginning = text.slice(0, length);
    const answer = airportCache.findFresh(keyOf(broker, beginning));
    if (!answer?.complete) continue;
    const airports = answer.airports.filter((airport) => showsText(airport, text));
    // The marketplace also finds by key words that it does not tell, so what we cannot see may still fit.
    const isCertain = airports.length > 0 || answer.airports.every((airport) => showsText(airport, beginning));
    if (!isCertain) return undefined;
    return airportCache.keep(keyOf(broker, text), { airports: rankAirports(airports, text), complete: true });
  }
  return undefined;
}

function keyOf(broker: Broker, text: string): string {
  return `${cacheScope(broker)} ${text}`;
}
