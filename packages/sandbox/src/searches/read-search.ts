import type { Endpoint } from "../http/endpoint.ts";
import { findSearch } from "./find-search.ts";
import { writeSearch } from "./create-search.ts";

/** `GET /searches/{id}`: a prior search of the same connection (reference index). */
export const readSearch: Endpoint = {
  operation: "searches.read",
  method: "get",
  path: "/searches/:id",
  answer: (call, state) => ({ data: writeSearch(findSearch(state, call, call.params["id"]), call, state) }),
};
