import { claimDelivery } from "../../src/deliveries/claim-delivery.ts";
import type { LeadDesk } from "../lead-desk.ts";

/** Takes what has been due longest, as a worker would, and nothing more: the worker may die then. */
export function claimAny(desk: LeadDesk): ReturnType<typeof claimDelivery> {
  return claimDelivery(desk);
}
