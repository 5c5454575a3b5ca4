import { AvinodeLead, type AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";
import { pathTo } from "./path-to.ts";
import type { Answer } from "./transport.ts";

/** A lead as it stands at the marketplace; `raw` is the answer as it came. */
export type ReadLead = AvinodeLead & { raw: string };

export interface AvinodeLeads {
  /** One try, always: who delivers decides on a repeat. */
  create(body: AvinodeLeadRequest, options?: AvinodeCallOptions): Promise<ReadLead>;
  /** By id, or by the `href` of an answer or a notification: that is followed below the base URL and nowhere else (R26). */
  read(idOrHref: string, options?: AvinodeCallOptions): Promise<ReadLead>;
}

export function createLeads({ send, baseUrl }: AvinodeConnection): AvinodeLeads {
  return {
    async create(body, { signal } = {}) {
      const operation = "leads.create";
      return withRaw(await send({ operation, method: "POST", path: "/leads", body, signal, read: toLead }));
    },

    async read(idOrHref, { signal } = {}) {
      const operation = "leads.read";
      const path = pathTo(idOrHref, { operation, baseUrl, collection: "/leads" });
      return withRaw(await send({ operation, method: "GET", path, signal, read: toLead }));
    },
  };
}

function withRaw({ value, text }: Answer<AvinodeLead>): ReadLead {
  return { ...value, raw: text };
}

function toLead(data: unknown): AvinodeLead | undefined {
  return AvinodeLead.safeParse(onlyItem(data)).data;
}
