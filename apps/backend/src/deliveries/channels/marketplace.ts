import type { Channel } from "./channel.ts";
import { patientSchedule } from "../delivery-schedule.ts";
import { postLead } from "./marketplace/post-lead.ts";
import { readSellers } from "./marketplace/read-sellers.ts";
import { searchAgain, type SearchAgainDependencies } from "./marketplace/search-again.ts";

/** Milliseconds after which a try is given up, waiting for the call budget included; shorter than a lease. */
const tryMs = 50_000;
/** Enough to spend the call budget although an answer takes seconds. */
const concurrency = 4;

/** `marketplace`: one lead, over the broker's own connection; what is to be done next is in the delivery's state. */
export function createMarketplaceChannel(dependencies: SearchAgainDependencies): Channel {
  return {
    schedule: patientSchedule,
    tryMs,
    concurrency,
    waitMs: ({ marketplace }) => marketplace.budget("leads.create").waitMs,
    send(delivery, by) {
      switch (delivery.state) {
        case "delivered":
          return readSellers(delivery, by);
        case "search_stale":
        case "conflict":
          return searchAgain(dependencies, delivery, by);
        default:
          return postLead(delivery, by);
      }
    },
  };
}
