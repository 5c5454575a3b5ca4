import type { AvinodeError } from "@liftline/api-client/avinode";

/**
 * Whether the search is what a refusal is about: no longer known, or used for another lead. Codes and statuses for this are not
 * documented, so the property that is named decides, and the word in the code tells the two apart.
 */
export function faultWithSearch({ faults }: Pick<AvinodeError, "faults">): "search_stale" | "conflict" | null {
  for (const { code = "", path = "" } of faults) {
    const isAboutSearch = /^searchId\b/.test(path) || (path === "" && /(^|_)SEARCH(_|$)/.test(code));
    if (isAboutSearch) return /USED|EXIST|DUPLICATE|SPENT|CONSUMED|TAKEN/.test(code) ? "conflict" : "search_stale";
    if (/^sellerQuoteIds\b/.test(path) || code === "QUOTE_INVALID") return "search_stale";
  }
  return null;
}
