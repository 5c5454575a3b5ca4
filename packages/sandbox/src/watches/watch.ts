import type { AvinodeWatchRequest } from "@liftline/schema/avinode";

/** A subscription to empty legs. */
export interface StoredWatch {
  id: string;
  /** The company's connection. */
  connection: string;
  body: AvinodeWatchRequest;
  /** The legs that are known to its company, each with the version it knows; only what differs is told. */
  known: Map<string, number>;
  /** `getall` has been called. */
  hasGotAll: boolean;
}
