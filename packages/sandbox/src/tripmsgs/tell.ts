import type { State } from "../state.ts";
import type { Account, Side, StoredMessage, StoredRfq } from "../trips/trip-book.ts";
import { writeLink } from "../trips/write-links.ts";
import { announce } from "../webhooks/outbox.ts";
import type { EventType } from "../webhooks/settings.ts";
import { companyOf } from "../world/company-of.ts";

type NewMessage = { side: Side; account: Account; text: string; now: number } & Partial<
  Pick<StoredMessage, "messageType" | "cancelReason" | "lifts" | "accepted" | "quote">
>;

/** Puts a message under its RFQ: all of them stand there, whatever they answer (seed 004). */
export function addMessage(rfq: StoredRfq, wanted: NewMessage, state: State): StoredMessage {
  const { side, account, text, now, messageType, cancelReason, accepted, quote, lifts = [] } = wanted;
  const id = state.nextId(side === "buyer" ? "abuyermsg" : "asellermsg");
  const about = { messageType, cancelReason, accepted, quote, lifts };
  const message: StoredMessage = { id, rfq, side, account, text, createdAt: now, ...about };
  rfq.messages.push(message);
  state.book.messages.set(id, message);
  return message;
}

/** The buyer has asked, changed or cancelled (`avinode-api.md` D7): both hear of the RFQ. */
export function tellOfRequest(rfq: StoredRfq, state: State): void {
  const body = { ...writeLink(rfq.id, "rfqs", state), tripId: rfq.trip.tripId };
  tell(rfq, "seller", { event: "TripRequest", body }, state);
  tell(rfq, "buyer", { event: "TripRequestMine", body }, state);
}

/** One side has said something: the other hears of it, and so does whoever asked for its own. */
export function tellOfMessage(message: StoredMessage, kind: "answer" | "chat", state: State): void {
  const { rfq, side } = message;
  const body = { ...writeLink(message.id, "tripmsgs", state), tripId: rfq.trip.tripId };
  const chat = side === "buyer" ? ("TripChatFromBuyer" as const) : ("TripChatFromSeller" as const);
  const theirs = kind === "answer" ? "TripRequestSellerResponse" : chat;
  tell(rfq, side === "buyer" ? "seller" : "buyer", { event: theirs, body }, state);
  tell(rfq, side, { event: kind === "answer" ? "TripRequestSellerResponseMine" : "TripChatMine", body }, state);
}

interface Notice {
  event: EventType;
  body: { id: string; href: string; type: string; tripId: string };
}

/** A company hears of what is its own, by whichever of its connections asked for it. */
function tell(rfq: StoredRfq, side: Side, notice: Notice, state: State): void {
  for (const connection of state.connections) {
    const isTheirs =
      side === "buyer" ? connection.name === rfq.trip.connection : companyOf(connection, state.fleet) === rfq.seller;
    if (isTheirs) announce(state, { connection: connection.name, ...notice });
  }
}
