import { writeStamp } from "../routing/local-time.ts";
import { writeBuyerMessage } from "../tripmsgs/write-message.ts";
import type { Side, StoredRfq } from "../trips/trip-book.ts";
import type { View } from "../trips/view.ts";
import { writeBuyerAccount, writeBuyerContact, writeSellerContact } from "../trips/write-company.ts";
import { writeAction, writeLink, writePage } from "../trips/write-links.ts";
import { writeTripSegment } from "../trips/write-trip-segment.ts";
import { writeAnswers, writeLift } from "./write-lift.ts";

/** An RFQ as one side sees it (seed 004). */
export function writeRfq(rfq: StoredRfq, view: View): object {
  const { state, fields } = view;
  const { trip, messages, extraQuotes } = rfq;
  return {
    ...writeLink(rfq.id, "rfqs", state),
    links: {
      tripmsgs: messages.map(({ id }) => writeLink(id, "tripmsgs", state)),
      ...(extraQuotes.length > 0 && { quotes: extraQuotes.map(({ id }) => writeLink(id, "quotes", state)) }),
    },
    actions: writeActions(rfq, view),
    createdOn: writeStamp(rfq.createdAt),
    buyerCompany: writeBuyerContact(trip, state, fields),
    buyerAccount: writeBuyerAccount(trip, rfq.account, view),
    sellerCompany: writeSellerContact(rfq),
    sellerLift: rfq.lifts.map((lift) => writeLift(lift, view)),
    segments: rfq.segments.map((segment) => writeTripSegment(segment, state.baseUrl)),
    ...(fields.has("buyermessages") && {
      buyerMessages: messages.filter(({ side }) => side === "buyer").map((message) => writeBuyerMessage(message, view)),
    }),
    ...(fields.has("timestamps") && writeTimestamps(rfq)),
    tripId: trip.tripId,
    ...(rfq.canceled && { canceled: true }),
  };
}

/** What can be done now, and by whom. */
function writeActions(rfq: StoredRfq, view: View): object {
  const { state, side } = view;
  const pages = {
    searchInAvinode: writePage("searchInAvinode", `search/load/${rfq.id}?source=api`, state),
    viewInAvinode:
      side === "seller"
        ? writePage("viewInAvinode", `trips/selling/rfq?source=api&rfq=${rfq.id}`, state)
        : writePage("viewInAvinode", `trips/buying/${rfq.trip.id}?source=api`, state),
  };
  if (rfq.canceled) return { viewInAvinode: pages.viewInAvinode };
  if (side === "seller") return { ...pages, ...writeAnswers(rfq.id, view) };
  const cancel = { description: "Cancel", httpMethod: "PUT", path: `/rfqs/${rfq.id}/cancel` };
  return { ...pages, cancel: writeAction("cancel", cancel, state) };
}

function writeTimestamps({ messages, createdAt }: StoredRfq): object {
  const last = (wanted: Side) => messages.findLast(({ side }) => side === wanted)?.createdAt;
  const bySeller = last("seller");
  return {
    updatedByBuyer: writeStamp(last("buyer") ?? createdAt),
    ...(bySeller !== undefined && { latestUpdatedDateBySeller: writeStamp(bySeller) }),
  };
}
