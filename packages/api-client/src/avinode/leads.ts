import { AvinodeLead, type AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { AvinodeCallOptions } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";
import type { Transport } from "./transport.ts";

export interface AvinodeLeads {
  /** One try, always: who delivers decides on a repeat. `raw` is the answer as it came. */
  create(body: AvinodeLeadRequest, options?: AvinodeCallOptions): Promise<AvinodeLead & { raw: string }>;
}

export function createLeads(transport: Transport): AvinodeLeads {
  return {
    async create(body, { signal } = {}) {
      const { value, text } = await transport.send({
        operation: "leads.create",
        method: "POST",
        path: "/leads",
        body,
        signal,
        read: (data) => AvinodeLead.safeParse(onlyItem(data)).data,
      });
      return { ...value, raw: text };
    },
  };
}
