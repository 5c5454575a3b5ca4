import type { Airport, SearchRequest } from "@liftline/schema";
import type { AirportIndex } from "../airports/airport-index.ts";
import type { Broker } from "../brokers/broker.ts";
import type { Clock } from "../clock.ts";
import { DomainError } from "../domain-error.ts";
import type { Log } from "../log.ts";
import type { Sealing } from "../sealing/sealing.ts";
import { askMarketplace, type Question } from "./ask-marketplace.ts";
import { checkTrip } from "./check-trip.ts";
import { discloseOption, type DisclosedOption } from "./disclose-option.ts";
import { cheapestFirst, groupOptions } from "./group-options.ts";
import { createHitExclusion } from "./exclude-hits.ts";
import { createPhotoAddresses } from "./photo-addresses.ts";
import { shownCurrency } from "./shown-currency.ts";
import { writeSearchAnswer } from "./write-search-answer.ts";

export interface SearchDependencies {
  sealing: Sealing;
  clock: Clock;
  log: Log;
  /** `marketplace.baseUrl` of the configuration: photos come from its origin only. */
  marketplaceUrl: string;
  airportIndex: Pick<AirportIndex, "find">;
}

/** A search as one visitor of a broker asks for it. */
export interface SearchCommand {
  broker: Broker;
  request: SearchRequest;
  signal?: AbortSignal | undefined;
}

/** How long an answer can be booked from (contract §3, Sealing). */
const validForMs = 30 * 60_000;

/** Asks, discloses, groups, prices and seals. Answers the JSON of a `SearchResponse`; nothing of it is kept (R2). */
export async function searchOptions(
  dependencies: SearchDependencies,
  command: SearchCommand,
): Promise<Uint8Array<ArrayBuffer>> {
  const { broker, request, signal } = command;
  checkTrip(request, dependencies);
  const { settings } = broker;
  const question: Question = {
    request,
    currency: shownCurrency(request, settings),
    groupBy: request.groupBy ?? settings.groupBy,
    settings,
  };
  const found = await askMarketplace(broker.marketplace, { question, signal });
  return answerSearch(dependencies, { broker, question, found });
}

/**
 * The part that costs time of our own (`perf.md` C): from the marketplace's hits to the JSON of our answer. It takes the
 * hits out of `found` as it reads them: a megabyte that nobody holds on to is a megabyte that no garbage collection copies.
 */
export function answerSearch(
  dependencies: SearchDependencies,
  { broker, question, found }: { broker: Broker; question: Question; found: { id: string; results: unknown[] } },
): Uint8Array<ArrayBuffer> {
  const { sealing, clock } = dependencies;
  const options = discloseAll(dependencies, { broker, question, hits: found.results });
  const shown = groupOptions(cheapestFirst(options, question.currency), question.groupBy);
  const search = sealing.sealSearch(broker, {
    searchId: found.id,
    expiresAt: stamp(clock.now() + validForMs),
    currency: question.currency,
    groupBy: question.groupBy,
    request: question.request,
  });
  return writeSearchAnswer(sealing, { broker, search, options: shown });
}

/** Item by item: a hit that cannot be read costs itself and not the answer. */
function discloseAll(
  dependencies: SearchDependencies,
  { broker, question, hits }: { broker: Broker; question: Question; hits: unknown[] },
): DisclosedOption[] {
  const { commission, prices } = question.settings;
  const isExcluded = createHitExclusion(question.settings, dependencies.clock.now());
  const disclosure = {
    request: question.request,
    pricing: { currency: question.currency, commission, isRange: prices === "range" },
    showPhoto: createPhotoAddresses(dependencies, broker),
    airports: new Map<string, Airport>(),
    findPosition: (code: string) => dependencies.airportIndex.find(code)?.position ?? null,
  };
  const options: DisclosedOption[] = [];
  let excluded = 0;
  for (let index = 0; index < hits.length; index += 1) {
    const hit = hits[index];
    hits[index] = undefined;
    if (isExcluded?.(hit)) {
      excluded += 1;
      continue;
    }
    const option = discloseOption(hit, disclosure);
    if (option) options.push(option);
  }
  const unreadable = hits.length - excluded - options.length;
  if (unreadable > 0) dependencies.log.warn("search.hits-unreadable", { brokerId: broker.id, unreadable });
  if (unreadable > 0 && options.length === 0) throw new DomainError("marketplace.unreadable");
  return options;
}

/** ISO 8601 UTC in whole seconds. */
function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
