import type { Broker } from "../brokers/broker.ts";

/** What the gate leaves for a handler: `context.get("broker")` is the one whose key and origin were checked. */
export interface AppEnv {
  Variables: { requestId: string; broker: Broker };
}
