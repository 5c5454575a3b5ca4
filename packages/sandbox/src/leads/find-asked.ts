import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { EmptyLeg } from "../empty-legs/empty-leg.ts";
import { findLeg } from "../empty-legs/market.ts";
import { unprocessable } from "../http/refusal.ts";
import type { Call } from "../http/endpoint.ts";
import type { StoredSearch } from "../searches/create-search.ts";
import { findLegSearch, findSearch } from "../searches/find-search.ts";
import type { State } from "../state.ts";
import { chooseHits } from "./choose-hits.ts";

/** What a lead is for. */
export interface Asked {
  /** Of the trip search; empty for everything else, and then no seller is told (seed 004). */
  hits: StoredSearch["hits"];
  /** In the order they were sent. */
  options: { aircraftCategory: string; aircraftType: string }[];
}

/** Hits, types and categories belong to a search for trips; empty legs to one for empty legs, or, out of a watch, to none (B4). */
export function findAsked(call: Call, state: State, body: AvinodeLeadRequest): Asked {
  const legs = body.searchId === undefined ? [] : findLegSearch(state, call, body.searchId)?.legs;
  if (legs) return { hits: [], options: chooseLegs(legs, { call, state, body }) };
  const hits = chooseHits(findSearch(state, call, body.searchId), body);
  if (hits.length > 0) return { hits, options: hits.map(({ offer }) => namesOf(offer.trip.aircraft)) };
  const lifts = body.inquiryLift ?? [];
  const stray = lifts.findIndex(({ emptyLegId }) => emptyLegId !== undefined);
  if (stray >= 0) throw notOfThisSearch(`inquiryLift[${stray}].emptyLegId`);
  return {
    hits,
    options: lifts.map(({ aircraftCategory = "", aircraftType = "" }) => ({ aircraftCategory, aircraftType })),
  };
}

/** A leg of the search may have been withdrawn since: the lead stands all the same. Without a search it must be on the market. */
function chooseLegs(
  legs: EmptyLeg[],
  { call, state, body }: { call: Call; state: State; body: AvinodeLeadRequest },
): Asked["options"] {
  if ((body.sellerQuoteIds ?? []).length > 0) throw notOfThisSearch("sellerQuoteIds");
  return (body.inquiryLift ?? []).map(({ emptyLegId }, index) => {
    const leg =
      body.searchId === undefined
        ? findLeg(state, { id: emptyLegId, connection: call.connection })
        : legs.find(({ id }) => id === emptyLegId);
    if (leg === undefined) throw notOfThisSearch(`inquiryLift[${index}].emptyLegId`);
    return { aircraftCategory: leg.category, aircraftType: leg.type?.type ?? "" };
  });
}

function namesOf({ type }: { type: { category: string; type: string } }): Asked["options"][number] {
  return { aircraftCategory: type.category, aircraftType: type.type };
}

function notOfThisSearch(path: string) {
  return unprocessable("LIFT_INVALID", "The lift is not of this search, or not on the market", path);
}
