import type { ReadLead } from "@liftline/api-client/avinode";
import { AvinodeLeadContact } from "@liftline/schema/avinode";
import type { ForeignLead } from "./foreign-leads.store.ts";

/** A lead from elsewhere as it is kept: the answer as it came, and whom to write to as far as that can be read. */
export function readForeignLead(lead: ReadLead): Omit<ForeignLead, "id" | "fingerprint"> {
  const contact = AvinodeLeadContact.safeParse(dataOf(lead.raw)).data?.leadContactInfo;
  return {
    marketplace_id: storable(lead.id),
    trip_id: orNull(lead.tripId),
    client_identifier: orNull(lead.clientIdentifier),
    name: orNull(contact?.name),
    email: orNull(contact?.emails?.[0] ?? contact?.emailAddresses?.[0]?.emailAddress),
    phone: orNull(contact?.phone ?? contact?.phoneNumbers?.[0]?.phoneNumber),
    body: lead.raw,
  };
}

/** The client has read it once: it is JSON with `data` in it. */
function dataOf(raw: string): unknown {
  const answer: unknown = JSON.parse(raw);
  const data = typeof answer === "object" && answer !== null && "data" in answer ? answer.data : undefined;
  return Array.isArray(data) ? data[0] : data;
}

function orNull(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === "" ? null : storable(text);
}

/** PostgreSQL takes no NUL and no half characters. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
