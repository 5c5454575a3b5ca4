import type { ClaimedDelivery } from "./claimed-delivery.ts";
import { createDeliveryQueue, type DeliveryQueueDependencies } from "./delivery-queue.ts";

/** The next due delivery of any lane. For whoever wants just one. */
export async function claimDelivery(dependencies: DeliveryQueueDependencies): Promise<ClaimedDelivery | undefined> {
  const queue = createDeliveryQueue(dependencies);
  const { ready } = await queue.look();
  for (const lane of ready) {
    const claimed = await queue.claim(lane);
    if (claimed) return claimed;
  }
  return undefined;
}
