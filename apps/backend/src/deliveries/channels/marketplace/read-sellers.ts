import { AvinodeError } from "@liftline/api-client/avinode";
import type { AvinodeLead } from "@liftline/schema/avinode";
import type { Broker } from "../../../brokers/broker.ts";
import type { ClaimedDelivery } from "../../claimed-delivery.ts";
import type { Arrived } from "../../outcome.ts";

const minute = 60_000;

/** Between the answer and each look for sellers: 1 min, 10 min, 1 h and 24 h after it (`reliability.md` §4, case 9). */
const readDelaysMs = [minute, 9 * minute, 50 * minute, 23 * 60 * minute];
export const firstReadMs = minute;

/** Who markets the chosen aircraft, where the answer to the lead did not say; a few times, then it is left at that. */
export async function readSellers(
  delivery: Pick<ClaimedDelivery, "external_id" | "reads">,
  { broker, signal }: { broker: Broker; signal: AbortSignal },
): Promise<Arrived> {
  const askAgainMs = readDelaysMs[delivery.reads + 1] ?? null;
  if (delivery.external_id === null) return { state: "delivered", reason: "sellers-unknown" };
  try {
    const lead = await broker.marketplace.leads.read(delivery.external_id, { signal });
    const sellers = sellersOf(lead);
    if (sellers !== null) return { state: "enriched", reason: null, sellers };
    return { state: "delivered", reason: "sellers-not-told", askAgainMs };
  } catch (error) {
    const { reason, sent } = error instanceof AvinodeError ? error : { reason: "internal", sent: true };
    // Refused by our own list (R1), it will be refused tomorrow.
    const isForbidden = reason === "permission" && !sent;
    return { state: "delivered", reason: `sellers-${reason}`, askAgainMs: isForbidden ? null : askAgainMs };
  }
}

/** JSON for the back office (R21); null where the answer names nobody. */
export function sellersOf(lead: AvinodeLead): string | null {
  const sellers = (lead.sellerQuotes ?? []).flatMap(({ sellerCompany }) => sellerCompany ?? []);
  return sellers.length > 0 ? JSON.stringify(sellers) : null;
}
