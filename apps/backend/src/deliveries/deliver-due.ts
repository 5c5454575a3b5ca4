import { deliverLead, type DeliverLeadDependencies } from "./deliver-lead.ts";
import { createDeliveryQueue, type DeliveryQueueDependencies } from "./delivery-queue.ts";
import { sweepDeliveries, type SweepDependencies } from "./sweep-deliveries.ts";

export type DeliverDueDependencies = DeliverLeadDependencies & DeliveryQueueDependencies & SweepDependencies;

/**
 * Tries everything that is due now, lane by lane in turn, and returns how much that was. For a host that wakes by a clock: the
 * table is the truth, so what it does not get to by `until` (milliseconds since the epoch) the next one takes.
 */
export async function deliverDue(
  dependencies: DeliverDueDependencies,
  until: number = Number.POSITIVE_INFINITY,
): Promise<number> {
  await sweepDeliveries(dependencies);
  const queue = createDeliveryQueue(dependencies);
  let count = 0;
  for (let before = -1; before < count;) {
    before = count;
    const { ready } = await queue.look();
    if (dependencies.deliveries.clock.now() >= until) return count;
    const deliveries = (await Promise.all(ready.map((lane) => queue.claim(lane)))).filter((claimed) => !!claimed);
    await Promise.all(deliveries.map((delivery) => deliverLead(dependencies, delivery)));
    count += deliveries.length;
  }
  return count;
}
