import { AvinodeTripRequest } from "@liftline/schema/avinode";
import type { Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { notFound, unprocessable } from "../http/refusal.ts";
import { tellOfRequest } from "../tripmsgs/tell.ts";
import { accountOf } from "./account-of.ts";
import { readTrip } from "./read-trip-request.ts";
import { refuseOther, viewTrip } from "./view.ts";
import { writeTrip } from "./write-trip.ts";

/** `PUT /trips/{id}`: replaces what the trip is; its RFQs follow, and their sellers are told. */
export const updateTrip: Endpoint = {
  operation: "trips.update",
  method: "put",
  path: "/trips/:id",
  answer: (call, state) => {
    const trip = state.book.trips.get(call.params["id"] ?? "");
    const view = viewTrip(trip, { call, state, key: "trips" });
    refuseOther(view.side, "buyer");
    if (trip === undefined) throw notFound();
    accountOf(call, state);
    const wanted = readTrip(parseBody(AvinodeTripRequest, call.body), { state, now: call.now });
    if (trip.canceled) throw unprocessable("TRIP_CANCELED", "The trip has been canceled", "id");
    Object.assign(trip, wanted);
    for (const rfq of trip.rfqs.filter(({ canceled }) => !canceled)) {
      rfq.segments = trip.segments;
      tellOfRequest(rfq, state);
    }
    return { data: writeTrip(trip, view) };
  },
};
