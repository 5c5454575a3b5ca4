import type { SandboxConnection } from "../connections.ts";
import type { ActivityEquivalent } from "./activity-equivalent.ts";

/** The types of the example in seed 004, mapped as a member would. */
const usual: Readonly<Record<string, ActivityEquivalent>> = {
  EmptyLeg: "Empty Leg Availability",
  Positioning: "Ferry Availability",
  PassengerFlight: "Flight Occupied",
};

/** By the member's own table; a type nobody has mapped yet is "Occupied" (seed 004). */
export function equivalentOf(type: string, { activityTypes = usual }: SandboxConnection): ActivityEquivalent {
  return activityTypes[type] ?? "Occupied";
}
