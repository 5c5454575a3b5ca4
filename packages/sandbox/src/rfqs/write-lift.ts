import { writeQuote } from "../quotes/write-quote.ts";
import { createRandom, seedFor } from "../random.ts";
import { writeLift as writeAircraft } from "../searches/write-lift.ts";
import { sourcingStatuses, type StoredLift } from "../trips/trip-book.ts";
import type { View } from "../trips/view.ts";
import { writeAction, writeLink } from "../trips/write-links.ts";

/** `sellerLift` of an RFQ, and `lift` of a message (seed 004). */
export function writeLift(lift: StoredLift, view: View): object {
  const { state, fields, side } = view;
  const { aircraft, quotes, emptyLegId, status } = lift;
  const generated = quotes.find(({ content }) => "offer" in content);
  const latest = quotes.at(-1);
  return {
    ...(aircraft ? describeAircraft(lift, view) : describeWish(lift)),
    id: lift.id,
    links: {
      ...(quotes.length > 0 && { quotes: quotes.map(({ id }) => writeLink(id, "quotes", state)) }),
      ...(emptyLegId && { emptylegs: [writeLink(emptyLegId, "emptylegs", state)] }),
      ...(fields.has("sellermessagelinks") && { tripmsgs: linkSellerMessages(lift, view) }),
    },
    ...(side === "seller" && !lift.rfq.canceled && { actions: writeAnswers(lift.id, view) }),
    ownAircraft: side === "seller",
    suggestedByAvinode: false,
    sourcingDisplayStatus: status,
    sourcingStatus: sourcingStatuses[status],
    syncState: lift.syncState,
    ...(fields.has("aviquote") && generated && { avinodeQuote: writeQuote(generated, view) }),
    ...(fields.has("latestquote") && latest && { latestQuote: writeQuote(latest, view) }),
  };
}

/** How a seller answers: by lift, or the RFQ as a whole. */
export function writeAnswers(requestId: string, { state }: View): object {
  const post = (type: string, description: string) =>
    writeAction(type, { description, httpMethod: "POST", path: `/tripmsgs/${requestId}/${type}` }, state);
  return { submitQuote: post("submitQuote", "Submit a quote"), decline: post("decline", "Decline") };
}

function describeAircraft({ aircraft }: StoredLift, { state, connection, fields }: View): object {
  if (aircraft === undefined) return {};
  const asked = { connection: { ...connection, identity: true }, fields, outputCurrencies: [], photoTypes: undefined };
  return {
    ...writeAircraft(aircraft, { ...asked, state, now: state.now() }),
    marketedAircraftId: createRandom(seedFor(1, aircraft.id)).between(10_000, 99_999),
  };
}

/** A type or a category: which aircraft answers is the seller's affair. */
function describeWish({ aircraftCategory, aircraftType }: StoredLift): object {
  return { ...(aircraftCategory && { aircraftCategory }), ...(aircraftType && { aircraftType }) };
}

function linkSellerMessages(lift: StoredLift, { state }: View): object[] {
  return lift.rfq.messages
    .filter(({ side, lifts }) => side === "seller" && lifts.includes(lift))
    .map(({ id }) => writeLink(id, "tripmsgs", state));
}
