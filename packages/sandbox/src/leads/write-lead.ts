import type { SandboxConnection } from "../connections.ts";
import { writeStamp } from "../routing/local-time.ts";
import type { StoredSearch } from "../searches/create-search.ts";
import { commissioned, writeMoney } from "../searches/write-money.ts";
import type { State } from "../state.ts";

interface NewLead {
  id: string;
  tripId: string;
  receivedAt: number;
  /** Empty when types or categories were asked for: then no seller is told (seed 004). */
  hits: StoredSearch["hits"];
  state: State;
  connection: SandboxConnection;
}

/** `data` of the answer to `POST /leads`. The real body is not documented: DIFFERENCES.md. */
export function writeLead(lead: NewLead): object {
  const { state, hits } = lead;
  return {
    id: lead.id,
    href: `${state.baseUrl}/leads/${lead.id}`,
    type: "leads",
    tripId: lead.tripId,
    createdOn: writeStamp(lead.receivedAt),
    actions: writeActions(state.baseUrl, lead.id),
    ...(hits.length > 0 && { sellerQuotes: hits.map((hit) => writeSellerQuote(hit, lead.connection)) }),
  };
}

/** Deep links into the broker's own pages. */
export function writeActions(baseUrl: string, id: string): object {
  const site = new URL(baseUrl).origin;
  const action = (description: string, path: string) => ({
    type: "link",
    description,
    httpMethod: "GET",
    href: `${site}/marketplace/mvc/${path}?source=api`,
  });
  return {
    searchInAvinode: action("Search in Avinode", `search/load/${id}`),
    viewInAvinode: action("View in Avinode", `trips/buying/${id}`),
  };
}

function writeSellerQuote({ id, offer }: StoredSearch["hits"][number], connection: SandboxConnection): object {
  const { aircraft } = offer.trip;
  const { operator } = aircraft;
  const { person, email, phone, address } = operator.contact;
  return {
    id,
    sellerCompany: {
      id: operator.id,
      displayName: operator.displayName,
      icaoDesignator: operator.icaoDesignator,
      contactInfo: { contactName: person, emails: [email], phone, office: address },
    },
    lift: {
      id: aircraft.id,
      aircraftCategory: aircraft.type.category,
      aircraftType: aircraft.type.type,
      aircraftTail: aircraft.tail,
    },
    sellerPrice: writeMoney(commissioned(offer.netPrice, connection), operator.currency, connection.currency),
  };
}
