import type { Call } from "../http/endpoint.ts";
import { notFound } from "../http/refusal.ts";
import type { State } from "../state.ts";
import type { StoredSearch } from "./create-search.ts";

/** A search lives a day and belongs to one connection; everything else is 404. */
const lifetimeMs = 86_400_000;

export function findSearch(state: State, call: Call, id: string | undefined): StoredSearch {
  const search = state.searches.get(id ?? "");
  const usable =
    search !== undefined &&
    !search.expired &&
    search.connection === call.connection.name &&
    call.now - search.createdAt <= lifetimeMs;
  if (!usable) throw notFound();
  return search;
}
