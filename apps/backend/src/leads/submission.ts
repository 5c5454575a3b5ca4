import type { LeadRequest } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";

/** A visitor's request to be called back about some options, or about a trip. */
export interface Submission {
  broker: Broker;
  /** The `Idempotency-Key`. */
  key: string;
  lead: LeadRequest;
  /** The site it came from, kept with the consent. */
  origin: string | null;
}
