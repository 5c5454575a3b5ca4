import { AvinodeLead, type AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { AvinodeCallOptions } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";
import { unreadable, type Transport } from "./transport.ts";

export interface AvinodeLeads {
  /** One try, always: who delivers decides on a repeat. `raw` is the answer as it came. */
  create(body: AvinodeLeadRequest, options?: AvinodeCallOptions): Promise<AvinodeLead & { raw: string }>;
}

export function createLeads(transport: Transport): AvinodeLeads {
  return {
    async create(body, { signal } = {}) {
      const operation = "leads.create";
      const { data, status, text } = await transport.send({ operation, method: "POST", path: "/leads", body, signal });
      const lead = AvinodeLead.safeParse(onlyItem(data));
      if (!lead.success) throw unreadable({ operation, status, hasEffect: true });
      return { ...lead.data, raw: text };
    },
  };
}
