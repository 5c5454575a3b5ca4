import { AvinodeLead, type AvinodeLeadRequest } from "@liftline/schema/avinode";
import { AvinodeError } from "./errors.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";
import type { Answer, Transport } from "./transport.ts";

/** A lead as it stands at the marketplace; `raw` is the answer as it came. */
export type ReadLead = AvinodeLead & { raw: string };

export interface AvinodeLeads {
  /** One try, always: who delivers decides on a repeat. */
  create(body: AvinodeLeadRequest, options?: AvinodeCallOptions): Promise<ReadLead>;
  /** By id, or by the `href` of an answer or a notification: that is followed below the base URL and nowhere else (R26). */
  read(idOrHref: string, options?: AvinodeCallOptions): Promise<ReadLead>;
}

export function createLeads(transport: Transport, baseUrl: string): AvinodeLeads {
  return {
    async create(body, { signal } = {}) {
      const operation = "leads.create";
      return withRaw(await transport.send({ operation, method: "POST", path: "/leads", body, signal, read: toLead }));
    },

    async read(idOrHref, { signal } = {}) {
      const operation = "leads.read";
      const path = pathOf(idOrHref, baseUrl);
      if (path === undefined) throw new AvinodeError({ operation, reason: "invalid", sent: false });
      return withRaw(await transport.send({ operation, method: "GET", path, signal, read: toLead }));
    },
  };
}

function withRaw({ value, text }: Answer<AvinodeLead>): ReadLead {
  return { ...value, raw: text };
}

function toLead(data: unknown): AvinodeLead | undefined {
  return AvinodeLead.safeParse(onlyItem(data)).data;
}

/** Below the base URL; undefined for an address anywhere else, and for what is no lead. */
function pathOf(idOrHref: string, baseUrl: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(idOrHref))
    return idOrHref === "" ? undefined : `/leads/${encodeURIComponent(idOrHref)}`;
  const [href, base] = [URL.parse(idOrHref), new URL(baseUrl)];
  const prefix = base.pathname.replace(/\/+$/, "");
  const isOurs = href?.origin === base.origin && href.username === "" && href.password === "" && href.search === "";
  if (!isOurs || !href.pathname.startsWith(`${prefix}/leads/`)) return undefined;
  return href.pathname.slice(prefix.length);
}
