import type { Endpoint } from "../http/endpoint.ts";
import { notFound } from "../http/refusal.ts";
import { shapeOf } from "./shape-of.ts";
import { viewTrip } from "./view.ts";
import { writeTrip } from "./write-trip.ts";

/** `GET /trips/{id}`: of the buyer, and for a seller with an RFQ in it, whose messages link there. */
export const readTrip: Endpoint = {
  operation: "trips.read",
  method: "get",
  path: "/trips/:id",
  answer: (call, state) => {
    const trip = state.book.trips.get(call.params["id"] ?? "");
    if (trip === undefined) throw notFound();
    return { data: writeTrip(trip, viewTrip(trip, { call, state, key: "trips" })), shape: shapeOf(trip.segments) };
  },
};
