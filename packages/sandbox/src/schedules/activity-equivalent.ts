/** What a member can map an activity type to (`avinode-api.md` D8; there may be more). */
export type ActivityEquivalent = "Empty Leg Availability" | "Ferry Availability" | "Flight Occupied" | "Occupied";
