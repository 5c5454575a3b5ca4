import { setupWorker, type SetupWorker } from "msw/browser";
import type { Marketplace } from "./marketplace.ts";

/** The marketplace as a service worker, for work on a page without any server. Call `start()` on it. */
export function marketplaceWorker(marketplace: Marketplace): SetupWorker {
  return setupWorker(...marketplace.handlers);
}
