import type { AvinodeClient } from "@liftline/api-client/avinode";
import { AvinodeLeadRequest } from "@liftline/schema/avinode";

/** What the other end answered. Back office only (R21). */
export interface Receipt {
  /** The lead's id there, never shown to anyone (R6). */
  externalId: string;
  /** JSON: who markets the chosen aircraft; null where the answer names nobody. */
  sellers: string | null;
  /** The answer as it came. */
  answer: string;
}

/** Milliseconds after which a try is given up, waiting for the call budget included; shorter than a lease. */
const tryMs = 50_000;

/** Sends the frozen body over the broker's own connection. Throws `AvinodeError`. */
export async function sendToMarketplace(marketplace: Pick<AvinodeClient, "leads">, body: string): Promise<Receipt> {
  const request = AvinodeLeadRequest.parse(JSON.parse(body));
  const lead = await marketplace.leads.create(request, { signal: AbortSignal.timeout(tryMs) });
  const sellers = (lead.sellerQuotes ?? []).flatMap(({ sellerCompany }) => sellerCompany ?? []);
  return { externalId: lead.id, sellers: sellers.length > 0 ? JSON.stringify(sellers) : null, answer: lead.raw };
}
