import type { Endpoint } from "../http/endpoint.ts";
import { readFields } from "../http/read-fields.ts";
import { notFound } from "../http/refusal.ts";
import { findLeg } from "./market.ts";
import { writeLeg } from "./write-leg.ts";

/** `GET /emptylegs/{id}` (avinode-api.md B7): 404 as soon as it is no longer published. */
export const readLeg: Endpoint = {
  operation: "emptylegs.read",
  method: "get",
  path: "/emptylegs/:id",
  answer: ({ connection, params, url }, state) => {
    const leg = findLeg(state, { id: params["id"], connection });
    if (leg === undefined) throw notFound();
    return { data: writeLeg(leg, { connection, fields: readFields(url, "emptylegs"), state }) };
  },
};
