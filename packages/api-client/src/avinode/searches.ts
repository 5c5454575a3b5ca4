import { AvinodeSearch, type AvinodeSearchRequest } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";

export interface AvinodeSearches {
  /** `fields` are the sparse fields to ask for, such as `typephotos`. Hits are left unread: parse each with what you need of it. */
  create(
    body: AvinodeSearchRequest,
    options: AvinodeCallOptions & { fields: readonly string[] },
  ): Promise<{ id: string; results: unknown[] }>;
}

export function createSearches({ send }: AvinodeConnection): AvinodeSearches {
  return {
    async create(body, { fields, signal }) {
      const { value } = await send({
        operation: "searches.create",
        method: "POST",
        path: "/searches",
        query: { "fields[searches]": fields },
        body,
        signal,
        read: (data) => AvinodeSearch.safeParse(onlyItem(data)).data,
      });
      return { id: value.id, results: value.results ?? [] };
    },
  };
}
