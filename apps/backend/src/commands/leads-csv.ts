import type { ExportedLead, LeadExport } from "../leads/export-leads.ts";
import { writeCsv } from "./write-csv.ts";

/** A row for each lead; what is a list or a tree in itself stands in its cell as JSON. */
export function leadsCsv({ leads, fromElsewhere }: LeadExport): string {
  return writeCsv([
    ...leads.map(row),
    ...fromElsewhere.map(({ broker, tripId, name, email, phone, firstReadAt }) => ({
      source: "elsewhere",
      broker,
      tripId,
      name,
      email,
      phone,
      receivedAt: firstReadAt,
    })),
  ]);
}

function row({ contact, consent, needs, campaign, trip, options, deliveries, ...lead }: ExportedLead) {
  return {
    source: "liftline",
    ...lead,
    ...contact,
    needs: json(needs),
    campaign: json(campaign),
    consent: json(consent),
    trip: json(trip),
    options: json(options),
    deliveries: json(deliveries),
  };
}

function json(value: unknown): string {
  return value === null ? "" : JSON.stringify(value);
}
