import { writeLegSearch } from "../empty-legs/search-legs.ts";
import type { Endpoint } from "../http/endpoint.ts";
import { findLegSearch, findSearch } from "./find-search.ts";
import { writeSearch } from "./create-search.ts";

/** `GET /searches/{id}`: a prior search of the same connection (reference index), for trips or for empty legs. */
export const readSearch: Endpoint = {
  operation: "searches.read",
  method: "get",
  path: "/searches/:id",
  answer: (call, state) => {
    const legs = findLegSearch(state, call, call.params["id"]);
    if (legs) return { data: writeLegSearch(legs, call, state) };
    return { data: writeSearch(findSearch(state, call, call.params["id"]), call, state) };
  },
};
