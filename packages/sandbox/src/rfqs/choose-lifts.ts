import type { AvinodeRfqRequest } from "@liftline/schema/avinode";
import { missing, unprocessable } from "../http/refusal.ts";
import type { Choice, Choosing } from "./choice.ts";
import { chooseByCriteria } from "./choose-by-criteria.ts";
import { chooseHits } from "./choose-hits.ts";

/** By hits of a search, or by lifts and legs; not both (seed 004). */
export function chooseLifts(body: AvinodeRfqRequest, choosing: Choosing): Choice {
  const { searchResultIds, criteria, segments } = body;
  if (searchResultIds !== undefined) {
    if (criteria !== undefined || segments !== undefined) {
      throw unprocessable("LIFT_INVALID", "Search results, or criteria and segments", "criteria");
    }
    return chooseHits(searchResultIds, body.aircraftTails ?? [], choosing);
  }
  const lifts = criteria?.requiredLift ?? [];
  if (lifts.length === 0) throw missing("field: searchResultIds", "searchResultIds");
  return chooseByCriteria({ ...criteria, requiredLift: lifts }, segments, choosing);
}
