import { claimDelivery } from "./claim-delivery.ts";
import { deliverLead, type DeliverLeadDependencies } from "./deliver-lead.ts";

/** Tries everything that is due now, one after the other, and returns how much that was. For a host that wakes by a clock. */
export async function deliverDue(dependencies: DeliverLeadDependencies): Promise<number> {
  let count = 0;
  for (;;) {
    const delivery = await claimDelivery(dependencies);
    if (!delivery) return count;
    await deliverLead(dependencies, delivery);
    count += 1;
  }
}
