import type { Endpoint } from "../http/endpoint.ts";
import { notFound } from "../http/refusal.ts";
import { writeStamp } from "../routing/local-time.ts";
import { writeActions } from "./write-lead.ts";

/** `GET /leads/{id}`: the shape of D4, of low confidence. */
export const readLead: Endpoint = {
  operation: "leads.read",
  method: "get",
  path: "/leads/:id",
  answer: (call, state) => {
    const lead = state.leads.get(call.params["id"] ?? "");
    if (lead === undefined || lead.connection !== call.connection.name) throw notFound();
    const { name, title, emailAddresses = [], phoneNumbers = [] } = lead.body.leadContactInfo;
    return {
      data: {
        id: lead.id,
        href: `${state.baseUrl}/leads/${lead.id}`,
        type: "leads",
        tripId: lead.tripId,
        createdOn: writeStamp(lead.receivedAt),
        actions: writeActions(state.baseUrl, lead.id),
        leadContactInfo: {
          name,
          ...(title && { title }),
          emails: emailAddresses.map(({ emailAddress }) => emailAddress),
          phone: phoneNumbers[0]?.phoneNumber ?? null,
        },
        leadMessage: lead.body.leadMessage ?? null,
        clientIdentifier: lead.body.clientIdentifier,
        lift: lead.options,
        segments: state.searches.get(lead.body.searchId ?? "")?.request.segments ?? [],
      },
    };
  },
};
