import { AvinodeCancelRequest, type AvinodeCancelReason } from "@liftline/schema/avinode";
import type { Call, Endpoint, Reply } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { invalid, notFound, unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { readWords } from "../tripmsgs/read-words.ts";
import { addMessage, tellOfRequest } from "../tripmsgs/tell.ts";
import { accountOf } from "./account-of.ts";
import type { StoredRfq, StoredTrip } from "./trip-book.ts";
import { refuseOther, viewTrip } from "./view.ts";
import { writeLink } from "./write-links.ts";
import { writeTrip } from "./write-trip.ts";

/** Only the first is known (seed 004). */
const reasons: Record<AvinodeCancelReason, string> = {
  BY_CLIENT: "Canceled by client",
  CHANGED: "Itinerary changed",
  BOOKED: "Booked",
  OTHER: "Other",
};

/** `PUT /trips/{id}/cancel`: the trip with every RFQ. Final. */
export const cancelTrip: Endpoint = {
  operation: "trips.cancel",
  method: "put",
  path: "/trips/:id/cancel",
  answer: (call, state) => {
    const trip = state.book.trips.get(call.params["id"] ?? "");
    if (trip === undefined) throw notFound();
    const open = trip.rfqs.filter(({ canceled }) => !canceled);
    const cancel: Cancel = { trip, rfqs: open, id: trip.id, type: "trip", isCanceled: trip.canceled };
    return answerCancel(cancel, call, state);
  },
};

/** `PUT /rfqs/{id}/cancel`: one RFQ of a trip that goes on. Final as well. */
export const cancelRfq: Endpoint = {
  operation: "rfqs.cancel",
  method: "put",
  path: "/rfqs/:id/cancel",
  answer: (call, state) => {
    const rfq = state.book.rfqs.get(call.params["id"] ?? "");
    if (rfq === undefined) throw notFound();
    const cancel: Cancel = { trip: rfq.trip, rfqs: [rfq], id: rfq.id, type: "arfq", isCanceled: rfq.canceled };
    return answerCancel(cancel, call, state);
  },
};

interface Cancel {
  trip: StoredTrip;
  /** What ends with it. */
  rfqs: StoredRfq[];
  id: string;
  type: AvinodeCancelRequest["type"];
  isCanceled: boolean;
}

function answerCancel(cancel: Cancel, call: Call, state: State): Reply {
  const { trip, rfqs, type } = cancel;
  const view = viewTrip(trip, { call, state, key: type === "trip" ? "trips" : "rfqs" });
  refuseOther(view.side, "buyer");
  const account = accountOf(call, state);
  const body = parseBody(AvinodeCancelRequest, call.body);
  const text = readWords(body.messageToSeller, "messageToSeller");
  checkTarget(body, cancel, state);
  if (cancel.isCanceled) throw unprocessable(`${type === "trip" ? "TRIP" : "RFQ"}_CANCELED`, "Already canceled", "id");
  for (const rfq of rfqs) {
    const { lifts } = rfq;
    const words = { messageType: "CANCELED" as const, cancelReason: reasons[body.reason] };
    const message = addMessage(rfq, { side: "buyer", account, text, now: call.now, ...words }, state);
    rfq.canceled = true;
    for (const lift of lifts) Object.assign(lift, { status: "Canceled", syncState: message.id });
  }
  if (type === "trip") trip.canceled = true;
  for (const rfq of rfqs) tellOfRequest(rfq, state);
  return { data: writeTrip(trip, view) };
}

/** The body says once more what is meant. */
function checkTarget(body: AvinodeCancelRequest, { id, type }: Cancel, state: State): void {
  const link = writeLink(id, type === "trip" ? "trips" : "rfqs", state);
  if (body.id !== link.id) throw invalid("field: id", "id");
  if (body.type !== type) throw invalid("field: type", "type");
  if (body.href !== link.href) throw invalid("field: href", "href");
}
