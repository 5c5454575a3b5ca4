import { AvinodeQuoteRequest } from "@liftline/schema/avinode";
import type { Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import type { State } from "../state.ts";
import { accountOf } from "../trips/account-of.ts";
import type { StoredLift, StoredQuote, StoredRfq, SubmittedQuote } from "../trips/trip-book.ts";
import { findRequest, refuseCanceled, refuseOther, viewRfq } from "../trips/view.ts";
import { readSubmittedQuote } from "./read-submitted-quote.ts";
import { addMessage, tellOfMessage } from "./tell.ts";
import { writeMessage } from "./write-message.ts";

/** `POST /tripmsgs/{requestId}/submitQuote`: answers a lift, or adds one more quote to an RFQ. */
export const submitQuote: Endpoint = {
  operation: "tripmsgs.submitQuote",
  method: "post",
  path: "/tripmsgs/:id/submitQuote",
  answer: (call, state) => {
    const { rfq, lift } = findRequest(state, call.params["id"] ?? "");
    const view = viewRfq(rfq, { call, state, key: "tripmsgs" });
    refuseOther(view.side, "seller");
    const account = accountOf(call, state);
    const body = parseBody(AvinodeQuoteRequest, call.body);
    refuseCanceled(rfq);
    const content = { account, ...readSubmittedQuote(body, rfq, state) };
    const quote = addQuote(rfq, { lift, content, now: call.now, state });
    const answer = { side: view.side, account, text: content.message, now: call.now, accepted: true, quote };
    const message = addMessage(rfq, { ...answer, lifts: lift ? [lift] : [] }, state);
    if (lift) Object.assign(lift, { status: "Accepted", syncState: message.id });
    tellOfMessage(message, "answer", state);
    return { status: 201, data: writeMessage(message, view) };
  },
};

function addQuote(
  rfq: StoredRfq,
  wanted: { lift: StoredLift | undefined; content: SubmittedQuote; now: number; state: State },
): StoredQuote {
  const { lift, content, now, state } = wanted;
  const quote = { id: state.nextId("aquote"), rfq, createdAt: now, content };
  (lift?.quotes ?? rfq.extraQuotes).push(quote);
  state.book.quotes.set(quote.id, quote);
  return quote;
}
