import { AvinodeChatRequest } from "@liftline/schema/avinode";
import type { Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { missing } from "../http/refusal.ts";
import { accountOf } from "../trips/account-of.ts";
import { findRequest, refuseCanceled, viewRfq } from "../trips/view.ts";
import { readWords } from "./read-words.ts";
import { addMessage, tellOfMessage } from "./tell.ts";
import { writeMessage } from "./write-message.ts";

/** `POST /tripmsgs/{requestId}/chat`, of an RFQ or a lift, by either side. */
export const chat: Endpoint = {
  operation: "tripmsgs.chat",
  method: "post",
  path: "/tripmsgs/:id/chat",
  answer: (call, state) => {
    const { rfq, lift } = findRequest(state, call.params["id"] ?? "");
    const view = viewRfq(rfq, { call, state, key: "tripmsgs" });
    const account = accountOf(call, state);
    const text = readWords(parseBody(AvinodeChatRequest, call.body).message, "message");
    if (text.trim() === "") throw missing("field: message", "message");
    refuseCanceled(rfq);
    const { side } = view;
    // A seller's own have no type in the examples, and name the lift they are about.
    const about = side === "buyer" ? { messageType: "CHAT" as const } : { lifts: lift ? [lift] : [] };
    const message = addMessage(rfq, { side, account, text, now: call.now, ...about }, state);
    tellOfMessage(message, "chat", state);
    return { status: 201, data: writeMessage(message, view) };
  },
};
