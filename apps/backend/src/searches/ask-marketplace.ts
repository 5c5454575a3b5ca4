import type { AvinodeClient } from "@liftline/api-client/avinode";
import type { GroupBy, SearchLeg, SearchRequest } from "@liftline/schema";
import type { AvinodeAirportReference, AvinodeSearchRequest, AvinodeSegmentRequest } from "@liftline/schema/avinode";
import { categoryName } from "./aircraft-categories.ts";
import { marketplaceFailure } from "./marketplace-failure.ts";

/** What the marketplace is asked. */
export interface Question {
  request: SearchRequest;
  currency: string;
  groupBy: GroupBy;
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
  const fields = question.groupBy === "aircraft" ? aircraftFields : groupFields;
  try {
    return await marketplace.searches.create(marketplaceRequest(question), { fields, signal });
  } catch (error) {
    throw marketplaceFailure(error);
  }
}

export function marketplaceRequest({ request, currency }: Question): AvinodeSearchRequest {
  const criteria = searchCriteria(request);
  return {
    segments: request.legs.map(segmentOf),
    ...(Object.keys(criteria).length > 0 && { criteria }),
    outputCurrencies: [currency],
  };
}

/** Keys that ask for nothing are left out: empty ones are refused (`avinode-api.md` B3). */
function searchCriteria({ categories = [], maxFuelStops }: SearchRequest) {
  const names = [...new Set(categories.map(categoryName))];
  return {
    ...(names.length > 0 && { requiredLift: names.map((aircraftCategory) => ({ aircraftCategory })) }),
    ...(typeof maxFuelStops === "number" && { maxFuelStopsPerSegment: maxFuelStops }),
  };
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
