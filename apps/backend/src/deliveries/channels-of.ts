import type { Broker } from "../brokers/broker.ts";

/** Where a lead can be brought. */
export type Channel = "marketplace";

/** Where this broker's leads go: one delivery for each. */
export function channelsOf(_broker: Broker): readonly Channel[] {
  return ["marketplace"];
}
