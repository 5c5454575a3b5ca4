import type { Clock } from "../clock.ts";
import { randomId } from "../database/random-id.ts";
import type { Randomness } from "../randomness.ts";
import type { ClaimedDelivery, DeliveriesStore } from "./deliveries.store.ts";

/** How long a claim holds, in milliseconds: longer than a try can take, short enough to resume soon after a crash. */
export const leaseMs = 60_000;

/** Takes the delivery that is due longest, for nobody else to work on until the lease ends. */
export function claimDelivery(by: {
  deliveries: DeliveriesStore;
  clock: Clock;
  randomness: Randomness;
}): Promise<ClaimedDelivery | undefined> {
  const until = new Date(by.clock.now() + leaseMs).toISOString();
  return by.deliveries.claim({ id: randomId(by.randomness, "lease"), until });
}
