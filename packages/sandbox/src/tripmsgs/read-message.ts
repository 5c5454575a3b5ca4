import type { Endpoint } from "../http/endpoint.ts";
import { notFound } from "../http/refusal.ts";
import { viewRfq } from "../trips/view.ts";
import { writeMessage } from "./write-message.ts";

/** `GET /tripmsgs/{id}` (avinode-api.md B12), for the two sides of its RFQ. */
export const readMessage: Endpoint = {
  operation: "tripmsgs.read",
  method: "get",
  path: "/tripmsgs/:id",
  answer: (call, state) => {
    const message = state.book.messages.get(call.params["id"] ?? "");
    if (message === undefined) throw notFound();
    return { data: writeMessage(message, viewRfq(message.rfq, { call, state, key: "tripmsgs" })) };
  },
};
