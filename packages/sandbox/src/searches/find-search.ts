import type { StoredLegSearch } from "../empty-legs/search-legs.ts";
import type { Call } from "../http/endpoint.ts";
import { notFound } from "../http/refusal.ts";
import type { State } from "../state.ts";
import type { StoredSearch } from "./create-search.ts";

/** A search lives a day and belongs to one connection; everything else is 404. */
const lifetimeMs = 86_400_000;

export function findSearch(state: State, call: Call, id: string | undefined): StoredSearch {
  const search = state.searches.get(id ?? "");
  if (search === undefined || !isUsable(search, call)) throw notFound();
  return search;
}

/** The same for empty legs; nothing where it is none of those. */
export function findLegSearch(state: State, call: Call, id: string | undefined): StoredLegSearch | undefined {
  const search = state.legs.searches.get(id ?? "");
  return search !== undefined && isUsable(search, call) ? search : undefined;
}

function isUsable(search: StoredSearch | StoredLegSearch, { connection, now }: Call): boolean {
  return !search.expired && search.connection === connection.name && now - search.createdAt <= lifetimeMs;
}
