import type { Broker } from "../brokers/broker.ts";

/** What a request carries through the app. */
export interface AppEnv {
  /** What the Node server passes in; other hosts and tests may leave it out. */
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } };
  Variables: {
    /** Also in the answer's `X-Request-Id`, in problems and in the log. */
    requestId: string;
    /** What the gate leaves for a handler: the broker whose key and origin were checked. */
    broker: Broker;
    /** The request's body, of a checked type and size, not parsed; `readBody` does that. */
    bodyText: string;
  };
}
