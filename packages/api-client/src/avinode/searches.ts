import { AvinodeSearch, type AvinodeSearchRequest } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { readItem } from "./read-items.ts";

export interface AvinodeSearches {
  /** `fields` are the sparse fields to ask for, such as `typephotos`. Hits are left unread: parse each with what you need of it. */
  create(
    body: AvinodeSearchRequest,
    options: AvinodeCallOptions & { fields: readonly string[] },
  ): Promise<{ id: string; results: unknown[] }>;
  /**
   * A prior search of this connection, by id or address; for trips or for empty legs. `fields` go with trips. `not-found` once the
   * marketplace has forgotten it: nobody says how long it remembers (H6).
   */
  read(
    target: AvinodeTarget,
    options?: AvinodeCallOptions & { fields?: readonly string[] },
  ): Promise<{ id: string; results: unknown[] }>;
}

export function createSearches({ send, baseUrl }: AvinodeConnection): AvinodeSearches {
  return {
    async create(body, { fields, signal }) {
      const { value } = await send({
        operation: "searches.create",
        method: "POST",
        path: "/searches",
        query: { "fields[searches]": fields },
        body,
        signal,
        read: readItem(AvinodeSearch),
      });
      return { id: value.id, results: value.results ?? [] };
    },

    async read(target, { fields = [], signal } = {}) {
      const operation = "searches.read";
      const path = pathTo(target, { operation, baseUrl, collection: "/searches" });
      const query = { "fields[searches]": fields };
      const { value } = await send({ operation, method: "GET", path, query, signal, read: readItem(AvinodeSearch) });
      return { id: value.id, results: value.results ?? [] };
    },
  };
}
