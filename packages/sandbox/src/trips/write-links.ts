import type { State } from "../state.ts";

/** `{ id, href, type }` of a thing in this marketplace. */
export function writeLink(id: string, type: "emptylegs" | "quotes" | "rfqs" | "tripmsgs" | "trips", state: State) {
  return { id, href: `${state.baseUrl}/${type}/${id}`, type };
}

/** A call that can be made now. */
export function writeAction(
  type: string,
  call: { description: string; httpMethod: string; path: string },
  state: State,
) {
  const { description, httpMethod, path } = call;
  return { type, description, httpMethod, href: `${state.baseUrl}${path}` };
}

/** A page for people: beside the API, and with a query. */
export function writePage(type: "searchInAvinode" | "viewInAvinode", path: string, state: State) {
  const description = type === "searchInAvinode" ? "Start a search in Avinode" : "View in Avinode";
  return { type, description, httpMethod: "GET", href: `${new URL(state.baseUrl).origin}/marketplace/mvc/${path}` };
}
