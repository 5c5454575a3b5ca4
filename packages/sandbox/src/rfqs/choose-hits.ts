import { unprocessable } from "../http/refusal.ts";
import { findSearch } from "../searches/find-search.ts";
import { readSegments } from "../trips/read-segments.ts";
import { groupBySeller, type Choice, type Choosing } from "./choice.ts";

/** Hits of one recent search of the company, which no other RFQ was made of (seed 004). */
export function chooseHits(ids: readonly string[], tails: readonly string[], { call, state }: Choosing): Choice {
  const path = "searchResultIds";
  const origin = [...state.searches.values()].find(({ hits }) => hits.some(({ id }) => id === ids[0]));
  if (origin === undefined) throw unprocessable("QUOTE_INVALID", "The search result is unknown", `${path}[0]`);
  const search = findSearch(state, call, origin.id);
  const hits = [...new Set(ids)].map((id, index) => {
    const hit = search.hits.find((one) => one.id === id);
    if (hit === undefined) throw unprocessable("QUOTE_INVALID", "Not a result of this search", `${path}[${index}]`);
    return hit;
  });
  if (state.book.usedSearches.has(search.id)) {
    throw unprocessable("SEARCH_ALREADY_USED", "An RFQ has already been created for this search", path);
  }
  for (const [index, tail] of tails.entries()) {
    const isChosen = hits.some(({ offer }) => offer.trip.aircraft.tail === tail);
    if (!isChosen) throw unprocessable("LIFT_INVALID", "Not a tail of these results", `aircraftTails[${index}]`);
  }
  const lifts = hits.map(({ offer }) => {
    const { aircraft } = offer.trip;
    const { category: aircraftCategory, type: aircraftType } = aircraft.type;
    return {
      seller: aircraft.operator,
      lift: { aircraftCategory, aircraftType, aircraft, emptyLegId: undefined, offer },
    };
  });
  return {
    segments: readSegments(search.request.segments, { now: search.createdAt, allowsFreeText: false }),
    bySeller: groupBySeller(lifts),
    searchId: search.id,
  };
}
