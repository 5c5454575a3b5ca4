/**
 * Where a delivery stands (`reliability.md` §4).
 * - `accepted`: stored, not yet tried with the body it has
 * - `sending`: somebody holds the lease
 * - `delivered`: the other end has it; while it is looked at again, not yet with everything that we want to know of it
 * - `enriched`: and who markets the aircraft is known
 * - `deferred`: surely not there yet; tried again later
 * - `unknown`: may be there; the same is sent again
 * - `blocked_creds`: the broker's connection is refused; probed until it is not
 * - `search_stale`: the other end forgot the search; it is searched again
 * - `conflict`: the search was used for another lead; linked to it, or searched again
 * - `manual`: a person has to look, and ends it as `delivered_by_hand` or `discarded`
 */
export const deliveryStates = [
  "accepted",
  "sending",
  "delivered",
  "enriched",
  "deferred",
  "unknown",
  "blocked_creds",
  "search_stale",
  "conflict",
  "manual",
  "delivered_by_hand",
  "discarded",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Nothing is left to do: neither for a machine nor for a person. */
export const settledStates = ["delivered", "enriched", "delivered_by_hand", "discarded"] as const;

/** A machine is at it, but nothing is being sent: claimed in these, a delivery stays what it is. */
export const quietStates = ["delivered", "search_stale", "conflict"] as const;

/** The lead is not at the other end yet, as far as we know, and a machine goes on by itself. */
export const openStates = ["accepted", "deferred", "unknown", "blocked_creds", "search_stale", "conflict"] as const;
