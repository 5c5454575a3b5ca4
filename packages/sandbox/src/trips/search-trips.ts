import type { Endpoint } from "../http/endpoint.ts";
import { missing } from "../http/refusal.ts";
import { viewTrip } from "./view.ts";
import { writeTrip } from "./write-trip.ts";

/** `GET /trips/searchTrips?id=…`: own trips by any name they go by, none being an answer. */
export const searchTrips: Endpoint = {
  operation: "trips.search",
  method: "get",
  path: "/trips/searchTrips",
  answer: (call, state) => {
    const id = call.url.searchParams.get("id");
    if (!id) throw missing("parameter: id");
    const found = [...state.book.trips.values()].filter(
      (trip) => trip.connection === call.connection.name && [trip.id, trip.tripId, trip.externalTripId].includes(id),
    );
    return { data: found.map((trip) => writeTrip(trip, viewTrip(trip, { call, state, key: "trips" }))) };
  },
};
