import { AvinodeDeclineRequest } from "@liftline/schema/avinode";
import type { Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { accountOf } from "../trips/account-of.ts";
import { findRequest, refuseCanceled, refuseOther, viewRfq } from "../trips/view.ts";
import { readWords } from "./read-words.ts";
import { addMessage, tellOfMessage } from "./tell.ts";
import { writeMessage } from "./write-message.ts";

/** `POST /tripmsgs/{requestId}/decline`: one lift, or the RFQ with all of them. */
export const decline: Endpoint = {
  operation: "tripmsgs.decline",
  method: "post",
  path: "/tripmsgs/:id/decline",
  answer: (call, state) => {
    const { rfq, lift } = findRequest(state, call.params["id"] ?? "");
    const view = viewRfq(rfq, { call, state, key: "tripmsgs" });
    refuseOther(view.side, "seller");
    const account = accountOf(call, state);
    const text = readWords(parseBody(AvinodeDeclineRequest, call.body).message, "message");
    refuseCanceled(rfq);
    const lifts = lift ? [lift] : [...rfq.lifts];
    const answer = { side: view.side, account, text, now: call.now, lifts, accepted: false };
    const message = addMessage(rfq, answer, state);
    for (const declined of lifts) Object.assign(declined, { status: "Declined", syncState: message.id });
    tellOfMessage(message, "answer", state);
    return { status: 201, data: writeMessage(message, view) };
  },
};
