import type { BrokerSettings } from "@liftline/schema";

/** What a broker decides about searches. */
export type SearchSettings = Pick<
  BrokerSettings,
  "categories" | "commission" | "exclusions" | "partnerships" | "prices" | "safety"
>;
