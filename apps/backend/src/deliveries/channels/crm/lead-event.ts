import type { LeadContent } from "../lead-content.ts";

/** The body of `lead.created`, frozen with its delivery. Standard Webhooks' form: type, time, data. */
export function leadCreated(lead: LeadContent): string {
  const { id, reference, receivedAt, locale, contact, message, needs, consent, campaign, trip, currency } = lead;
  const options = lead.options.map(({ shown, price }) => ({ ...shown, price, priceShown: shown.price !== null }));
  return JSON.stringify({
    type: "lead.created",
    timestamp: receivedAt,
    data: { id, reference, receivedAt, locale, contact, message, needs, consent, campaign, trip, currency, options },
  });
}

/** The body of `lead.erased`: whoever was told of the person is told to forget them. */
export function leadErased(lead: Pick<LeadContent, "id" | "reference">, erasedAt: string): string {
  const { id, reference } = lead;
  return JSON.stringify({ type: "lead.erased", timestamp: erasedAt, data: { id, reference, erasedAt } });
}
