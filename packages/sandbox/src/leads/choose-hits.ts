import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import { unprocessable } from "../http/refusal.ts";
import type { StoredSearch } from "../searches/create-search.ts";

/** The hits that `sellerQuoteIds` names; all must be of this search. */
export function chooseHits(search: StoredSearch, { sellerQuoteIds = [] }: AvinodeLeadRequest): StoredSearch["hits"] {
  return sellerQuoteIds.map((id, index) => {
    const hit = search.hits.find((known) => known.id === id);
    if (hit === undefined)
      throw unprocessable("QUOTE_INVALID", "The quote is not of this search", `sellerQuoteIds[${index}]`);
    return hit;
  });
}
