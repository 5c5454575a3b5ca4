/**
 * Where a delivery stands (`reliability.md` §4).
 * - `accepted`: stored, not yet tried
 * - `sending`: somebody holds the lease
 * - `delivered`: the other end has it
 * - `deferred`: surely not there yet; tried again later
 * - `unknown`: may be there; the same is sent again
 * - `blocked_creds`: the broker's connection is refused; probed until it is not
 * - `manual`: a person has to look
 */
export type DeliveryState = "accepted" | "sending" | "delivered" | "deferred" | "unknown" | "blocked_creds" | "manual";
