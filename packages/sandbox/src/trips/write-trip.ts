import { writeRfq } from "../rfqs/write-rfq.ts";
import { writeStamp } from "../routing/local-time.ts";
import type { StoredTrip } from "./trip-book.ts";
import { sideIn, type View } from "./view.ts";
import { writeBuyerAccount, writeBuyerContact } from "./write-company.ts";
import { writeAction, writeLink, writePage } from "./write-links.ts";
import { writeTripSegment } from "./write-trip-segment.ts";

/** A trip: to its buyer with every RFQ, to a seller with its own (seed 004). */
export function writeTrip(trip: StoredTrip, view: View): object {
  const { state, connection, side, fields } = view;
  const rfqs = trip.rfqs.filter((rfq) => sideIn(rfq, { call: { connection }, state }) !== undefined);
  const answers = rfqs.flatMap(({ messages }) => messages.filter((message) => message.side === "seller"));
  return {
    ...writeLink(trip.id, "trips", state),
    ...(answers.length > 0 && { links: { tripmsgs: answers.map(({ id }) => writeLink(id, "tripmsgs", state)) } }),
    actions: writeActions(trip, view),
    ...(side === "buyer" && trip.externalTripId && { externalTripId: trip.externalTripId }),
    createdOn: writeStamp(trip.createdAt),
    buyerCompany: writeBuyerContact(trip, state, fields),
    buyerAccount: writeBuyerAccount(trip, trip.account, view),
    segments: trip.segments.map((segment) => writeTripSegment(segment, state.baseUrl)),
    rfqs: rfqs.map((rfq) => writeRfq(rfq, view)),
    tripId: trip.tripId,
    ...(trip.canceled && { canceled: true }),
  };
}

function writeActions(trip: StoredTrip, { state, side }: View): object {
  const viewInAvinode = writePage("viewInAvinode", `trips/buying/${trip.id}?source=api`, state);
  if (side === "seller") return {};
  if (trip.canceled) return { viewInAvinode };
  const cancel = { description: "Cancel", httpMethod: "PUT", path: `/trips/${trip.id}/cancel` };
  return {
    searchInAvinode: writePage("searchInAvinode", `search/load/${trip.id}?source=api`, state),
    viewInAvinode,
    cancel: writeAction("cancel", cancel, state),
  };
}
