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
    const claims = await Promise.allSettled(ready.map((lane) => queue.claim(lane)));
    const deliveries = claims.flatMap((claim) => (claim.status === "fulfilled" && claim.value ? [claim.value] : []));
    const tries = await Promise.allSettled(deliveries.map((delivery) => deliverLead(dependencies, delivery)));
    // Only now: whoever fails must not have the host end while others are being sent.
    throwFirst([...claims, ...tries]);
    count += deliveries.length;
  }
  return count;
}

function throwFirst(results: PromiseSettledResult<unknown>[]): void {
  const failed = results.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
