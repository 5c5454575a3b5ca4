import { AvinodeRfqRequest } from "@liftline/schema/avinode";
import { enactFailure } from "../http/enact-failure.ts";
import type { Call, Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { addMessage, tellOfRequest } from "../tripmsgs/tell.ts";
import { readWords } from "../tripmsgs/read-words.ts";
import { accountOf } from "../trips/account-of.ts";
import { addTrip } from "../trips/create-trip.ts";
import { findTrip } from "../trips/find-trip.ts";
import { failureOf, shapeOf } from "../trips/shape-of.ts";
import type { Account, StoredLift, StoredRfq, StoredTrip } from "../trips/trip-book.ts";
import { viewTrip } from "../trips/view.ts";
import { writeTrip } from "../trips/write-trip.ts";
import type { Operator } from "../world/operators.ts";
import type { Choice, ChosenLift } from "./choice.ts";
import { chooseLifts } from "./choose-lifts.ts";

/** `POST /rfqs` (avinode-api.md B11): one RFQ for each seller, all in one trip. */
export const createRfq: Endpoint = {
  operation: "rfqs.create",
  method: "post",
  path: "/rfqs",
  answer: async (call, state) => {
    const account = accountOf(call, state);
    const body = parseBody(AvinodeRfqRequest, call.body);
    const text = readWords(body.buyerMessage, "buyerMessage");
    const known = readTripOf(body.tripId, call, state);
    const choice = chooseLifts(body, { trip: known, call, state });
    await enactFailure(failureOf(choice.segments), state.wait);
    if (choice.searchId) state.book.usedSearches.add(choice.searchId);
    const trip =
      known ?? addTrip({ account, criteria: body.criteria ?? {}, externalTripId: undefined, ...choice }, call, state);
    for (const [seller, lifts] of choice.bySeller) {
      const rfq = addRfq({ trip, seller, lifts, account, segments: choice.segments }, call, state);
      addMessage(rfq, { side: "buyer", account, text, now: call.now, messageType: "REQUEST", lifts: rfq.lifts }, state);
      tellOfRequest(rfq, state);
    }
    const data = writeTrip(trip, viewTrip(trip, { call, state, key: "rfqs" }));
    return { status: 201, data, shape: shapeOf(choice.segments) };
  },
};

/** The buyer's own trip, where one is named. */
function readTripOf(tripId: string | undefined, call: Call, state: State): StoredTrip | undefined {
  if (tripId === undefined || tripId === "") return undefined;
  const trip = findTrip(state, tripId);
  if (trip?.connection !== call.connection.name) throw unprocessable("TRIP_INVALID", "The trip is unknown", "tripId");
  if (trip.canceled) throw unprocessable("TRIP_CANCELED", "The trip has been canceled", "tripId");
  return trip;
}

interface NewRfq {
  trip: StoredTrip;
  seller: Operator;
  lifts: ChosenLift[];
  account: Account;
  segments: Choice["segments"];
}

function addRfq({ lifts, ...wanted }: NewRfq, call: Call, state: State): StoredRfq {
  const rfq: StoredRfq = {
    ...wanted,
    id: state.nextId("arfq"),
    lifts: [],
    messages: [],
    extraQuotes: [],
    createdAt: call.now,
    canceled: false,
  };
  rfq.lifts = lifts.map((lift) => addLift(rfq, lift, state));
  wanted.trip.rfqs.push(rfq);
  state.book.rfqs.set(rfq.id, rfq);
  return rfq;
}

/** With the marketplace's own quote, where it can work one out. */
function addLift(rfq: StoredRfq, { offer, ...chosen }: ChosenLift, state: State): StoredLift {
  const id = state.nextId("asellerlift");
  const lift: StoredLift = { id, rfq, ...chosen, quotes: [], status: "Unanswered", syncState: id };
  state.book.lifts.set(id, lift);
  if (offer) {
    const quote = { id: state.nextId("aquote"), rfq, createdAt: rfq.createdAt, content: { offer } };
    lift.quotes.push(quote);
    state.book.quotes.set(quote.id, quote);
  }
  return lift;
}
