import { AvinodeQuote } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { readItem } from "./read-items.ts";
import type { AvinodeQuoteField } from "./sparse-fields.ts";

/** Quotes of sellers, and the marketplace's own in their name (`avinode-api.md` B12, seed 004). */
export interface AvinodeQuotes {
  /**
   * By a link of a lift, an address or an id. `reservable` false means an estimate, to be shown as one (R18); the seller's identity is
   * the back office's (R3). Fails `not-found` for what is another company's.
   */
  read(
    quote: AvinodeTarget,
    options?: AvinodeCallOptions & { fields?: readonly AvinodeQuoteField[] },
  ): Promise<AvinodeQuote>;
}

export function createQuotes({ send, baseUrl }: AvinodeConnection): AvinodeQuotes {
  return {
    async read(quote, { signal, fields } = {}) {
      const operation = "quotes.read";
      const path = pathTo(quote, { operation, baseUrl, collection: "/quotes" });
      const query = { "fields[quotes]": fields };
      return (await send({ operation, method: "GET", path, query, signal, read: readItem(AvinodeQuote) })).value;
    },
  };
}
