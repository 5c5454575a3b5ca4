import { AvinodeTripRequest } from "@liftline/schema/avinode";
import { enactFailure } from "../http/enact-failure.ts";
import type { Call, Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import type { State } from "../state.ts";
import { accountOf } from "./account-of.ts";
import { nextTripId } from "./next-trip-id.ts";
import { readTrip } from "./read-trip-request.ts";
import { failureOf, shapeOf } from "./shape-of.ts";
import type { Account, StoredTrip } from "./trip-book.ts";
import { viewTrip } from "./view.ts";
import { writeTrip } from "./write-trip.ts";

/** `POST /trips` (avinode-api.md B10): what an agent's tool does instead of a search, which a person then runs in the marketplace. */
export const createTrip: Endpoint = {
  operation: "trips.create",
  method: "post",
  path: "/trips",
  answer: async (call, state) => {
    const account = accountOf(call, state);
    const wanted = readTrip(parseBody(AvinodeTripRequest, call.body), { state, now: call.now });
    await enactFailure(failureOf(wanted.segments), state.wait);
    const trip = addTrip({ ...wanted, account }, call, state);
    const data = writeTrip(trip, viewTrip(trip, { call, state, key: "trips" }));
    return { status: 201, data, shape: shapeOf(trip.segments) };
  },
};

/** A trip of the calling company, without any RFQ yet. */
export function addTrip(
  wanted: { account: Account } & Pick<StoredTrip, "segments" | "criteria" | "externalTripId">,
  call: Call,
  state: State,
): StoredTrip {
  const trip: StoredTrip = {
    id: state.nextId("atrip"),
    tripId: nextTripId(state),
    connection: call.connection.name,
    createdAt: call.now,
    canceled: false,
    rfqs: [],
    ...wanted,
  };
  state.book.trips.set(trip.id, trip);
  return trip;
}
