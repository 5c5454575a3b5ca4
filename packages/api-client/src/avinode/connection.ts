import type { AvinodeClientOptions, AvinodeLog } from "./options.ts";
import { createTransport, type Transport } from "./transport.ts";

/**
 * One connection to the marketplace: its credentials, call budget and retries. What can be done with it is made by one function for
 * each resource (`createAirports(connection)`), so that a program carries the code of those it names and of no other.
 */
export interface AvinodeConnection extends Transport {
  readonly baseUrl: string;
  readonly log: AvinodeLog | undefined;
}

/** Opens a connection. Nothing is called before a resource is. */
export function connectAvinode(options: AvinodeClientOptions): AvinodeConnection {
  return { ...createTransport(options), baseUrl: options.baseUrl, log: options.log };
}
