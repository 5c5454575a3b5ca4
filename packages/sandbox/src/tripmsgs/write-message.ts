import { writeQuote } from "../quotes/write-quote.ts";
import { writeLift } from "../rfqs/write-lift.ts";
import { writeStamp } from "../routing/local-time.ts";
import type { StoredMessage } from "../trips/trip-book.ts";
import type { View } from "../trips/view.ts";
import { writeAccount, writeBuyer, writeBuyerAccount, writeSeller } from "../trips/write-company.ts";
import { writeLink } from "../trips/write-links.ts";

/** A message on its own (seed 004). */
export function writeMessage(message: StoredMessage, view: View): object {
  const { state } = view;
  const { rfq, side, account, lifts, quote, accepted } = message;
  const plain = { ...view, fields: new Set<string>() };
  return {
    ...writeLink(message.id, "tripmsgs", state),
    links: { rfqs: [writeLink(rfq.id, "rfqs", state)], trips: [writeLink(rfq.trip.id, "trips", state)] },
    lift: lifts.map((lift) => writeLift(lift, plain)),
    createdOn: writeStamp(message.createdAt),
    message: message.text,
    ...(accepted !== undefined && { rfqAccepted: accepted }),
    ...(quote && { sellerQuote: writeQuote(quote, view) }),
    sellerCompany: writeSeller(rfq),
    ...(side === "seller" && { sellerAccount: writeAccount(account, view) }),
    buyerCompany: writeBuyer(rfq.trip, state),
    buyerAccount: writeAccount(side === "buyer" ? account : rfq.account, view),
    tripId: rfq.trip.tripId,
    ...writeKind(message),
  };
}

/** A buyer's message inside an RFQ. */
export function writeBuyerMessage(message: StoredMessage, view: View): object {
  return {
    ...writeLink(message.id, "tripmsgs", view.state),
    liftIds: message.lifts.map(({ id }) => id),
    createdOn: writeStamp(message.createdAt),
    message: message.text,
    buyerAccount: writeBuyerAccount(message.rfq.trip, message.account, view),
    ...writeKind(message),
  };
}

function writeKind({ messageType, cancelReason }: StoredMessage): object {
  return { ...(messageType && { messageType }), ...(cancelReason && { cancelReason }) };
}
