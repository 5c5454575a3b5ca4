import type { AvinodeClient } from "@liftline/api-client/avinode";
import { aircraftCategories, type GroupBy, type SearchLeg, type SearchRequest } from "@liftline/schema";
import type { AvinodeAirportReference, AvinodeSearchRequest, AvinodeSegmentRequest } from "@liftline/schema/avinode";
import { DomainError } from "../domain-error.ts";
import { categoryName } from "./aircraft-categories.ts";
import { marketplaceFailure } from "./marketplace-failure.ts";
import type { SearchSettings } from "./search-settings.ts";

/** What the marketplace is asked. */
export interface Question {
  request: SearchRequest;
  currency: string;
  groupBy: GroupBy;
  settings: SearchSettings;
}

/** Of sparse fields only what is shown is asked for (architecture, decision 1): never who flies it, nor from where. */
const aircraftFields = ["amenities", "perfdetails", "safety", "taildetails", "typephotos"];
const groupFields = ["typephotos"];

/** A time for a leg whose time is open: the marketplace demands one. It is never shown. */
const openTime = "12:00";

/** One call, on a person's act (R16). Throws a `DomainError`. */
export async function askMarketplace(
  marketplace: AvinodeClient,
  { question, signal }: { question: Question; signal?: AbortSignal | undefined },
): Promise<{ id: string; results: unknown[] }> {
  try {
    return await marketplace.searches.create(marketplaceRequest(question), { fields: sparseFields(question), signal });
  } catch (error) {
    throw marketplaceFailure(error);
  }
}

/** Also what the broker's exclusions go by; it is looked at and not shown. */
export function sparseFields({ groupBy, settings }: Question): string[] {
  const { safety, exclusions } = settings;
  const fields = new Set(groupBy === "aircraft" ? aircraftFields : groupFields);
  if (safety.minimums.length > 0) fields.add("safety");
  if (exclusions.maxScheduleAgeDays !== null) fields.add("schedule");
  return [...fields];
}

export function marketplaceRequest(question: Question): AvinodeSearchRequest {
  const criteria = searchCriteria(question);
  return {
    segments: question.request.legs.map(segmentOf),
    ...(Object.keys(criteria).length > 0 && { criteria }),
    outputCurrencies: [question.currency],
  };
}

/** Keys that ask for nothing are left out: empty ones are refused (`avinode-api.md` B3). */
function searchCriteria({ request, settings }: Question): NonNullable<AvinodeSearchRequest["criteria"]> {
  const { partnerships, exclusions } = settings;
  const categories = wantedCategories(request, settings);
  const stops = [request.maxFuelStops, exclusions.maxFuelStops].filter((limit) => typeof limit === "number");
  return {
    ...(categories.length > 0 && { requiredLift: categories.map((aircraftCategory) => ({ aircraftCategory })) }),
    ...(partnerships.length > 0 && { requiredPartnerships: partnerships }),
    ...(stops.length > 0 && { maxFuelStopsPerSegment: Math.min(...stops) }),
    ...(exclusions.maxPositioningMinutes !== null && {
      maxInitialPositioningTimeMinutes: exclusions.maxPositioningMinutes,
    }),
  };
}

/** None means any. A visitor may narrow what the broker offers, not widen it. */
function wantedCategories({ categories = [] }: SearchRequest, { categories: offered }: SearchSettings): string[] {
  const asked = [...new Set(categories.map(categoryName))];
  if (offersAll(offered)) return asked;
  if (asked.length === 0) return offered;
  const both = asked.filter((name) => offered.some((category) => category === name));
  if (both.length > 0) return both;
  throw new DomainError("request.invalid", { fields: [{ path: "categories", message: "are not offered" }] });
}

function offersAll(offered: SearchSettings["categories"]): boolean {
  return aircraftCategories.every((category) => offered.includes(category));
}

function segmentOf(leg: SearchLeg): AvinodeSegmentRequest {
  const isOpen = leg.time === null;
  return {
    startAirport: airportReference(leg.from),
    endAirport: airportReference(leg.to),
    dateTime: {
      date: leg.date,
      time: leg.time ?? openTime,
      departure: isOpen || leg.timeMeans === "departure",
      local: true,
    },
    paxCount: String(leg.passengers),
    ...(isOpen && { timeTBD: true }),
  };
}

/** By the form of the code that `GET /airports` gave: ICAO are four letters, IATA three, all others are FAA. */
function airportReference(given: string): AvinodeAirportReference {
  const code = given.toUpperCase();
  if (/^[A-Z]{4}$/.test(code)) return { icao: code };
  if (/^[A-Z]{3}$/.test(code)) return { iata: code };
  return { faa: code };
}
