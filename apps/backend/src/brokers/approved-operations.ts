import type { AvinodeOperation } from "@liftline/api-client/avinode";
import type { BrokerConfig } from "../config.ts";

/** The use case "trip search of end-clients". */
const tripSearch: AvinodeOperation[] = ["airports.search", "searches.create", "leads.create"];
/** The use case "download of leads", told by webhooks. */
const leadDownload: AvinodeOperation[] = ["leads.read", "webhooks.list", "webhooks.create", "webhooks.update"];

/** What a broker's connection is approved for: the operations of the use cases that it has, and no other (R1). */
export function approvedOperations({ webhooks }: Pick<BrokerConfig, "webhooks">): AvinodeOperation[] {
  return webhooks ? [...tripSearch, ...leadDownload] : tripSearch;
}
