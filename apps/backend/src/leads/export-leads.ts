import type { KeptForeignLead, KeptLead, KeptLeadsStore } from "./kept-leads.store.ts";
import type { LeadScope } from "./leads.store.ts";
import type { Person } from "./person.store.ts";

/** A lead for the person it is about, or for the broker who moves on: everything but ids of the marketplace (R6) and sellers (R21). */
export type ExportedLead = ReturnType<typeof exportLead>;

export interface LeadExport {
  leads: ExportedLead[];
  /** Leads that were made elsewhere, such as in a Web App of the marketplace. */
  fromElsewhere: (KeptForeignLead & { broker: string })[];
}

/** All that is kept of a person, or of all of a broker's. */
export async function exportLeads(
  { keptLeads }: { keptLeads: KeptLeadsStore },
  { scope, person }: { scope: LeadScope; person: Person | null },
): Promise<LeadExport> {
  const leads = await keptLeads.list(scope, person);
  const foreign = await keptLeads.listForeign(scope, person);
  return {
    leads: leads.map(exportLead),
    fromElsewhere: foreign.map((lead) => ({ broker: scope.brokerId, ...lead })),
  };
}

function exportLead({ lead, consent, options, deliveries }: KeptLead) {
  const { name, email, phone, title, company } = lead;
  return {
    broker: lead.broker_id,
    environment: lead.environment,
    reference: lead.reference,
    receivedAt: lead.received_at,
    locale: lead.locale,
    contact: { name, email, phone, title, company },
    message: lead.message,
    needs: read(lead.needs),
    campaign: read(lead.campaign),
    consent: consent
      ? {
          privacyPolicy: consent.privacy_policy,
          textHash: consent.text_hash,
          version: consent.version,
          locale: consent.locale,
          acceptedAt: consent.accepted_at,
          recordedAt: consent.recorded_at,
          origin: consent.origin,
        }
      : null,
    trip: read(lead.trip),
    currency: lead.currency,
    options: options.map(({ option, price }) => ({ shown: read(option), price: read(price) })),
    deliveries: deliveries.map(({ channel, state, created_at, settled_at }) => ({
      channel,
      state,
      createdAt: created_at,
      settledAt: settled_at,
    })),
  };
}

/** What we stored ourselves as JSON. */
function read(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
