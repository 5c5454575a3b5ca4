import type { Endpoint } from "../http/endpoint.ts";
import { notFound } from "../http/refusal.ts";
import { findTrip } from "../trips/find-trip.ts";
import { shapeOf } from "../trips/shape-of.ts";
import { sideIn, viewRfq } from "../trips/view.ts";
import { writeRfq } from "./write-rfq.ts";

/** `GET /rfqs/{id}` (avinode-api.md B11): one by its own id; by a trip's id a list of those that the company is part of. */
export const readRfq: Endpoint = {
  operation: "rfqs.read",
  method: "get",
  path: "/rfqs/:id",
  answer: (call, state) => {
    const id = call.params["id"] ?? "";
    const key = "rfqs";
    const rfq = state.book.rfqs.get(id);
    if (rfq) return { data: writeRfq(rfq, viewRfq(rfq, { call, state, key })), shape: shapeOf(rfq.segments) };
    const own = findTrip(state, id)?.rfqs.filter((one) => sideIn(one, { call, state }) !== undefined);
    if (own === undefined || own.length === 0) throw notFound();
    return { data: own.map((one) => writeRfq(one, viewRfq(one, { call, state, key }))) };
  },
};
