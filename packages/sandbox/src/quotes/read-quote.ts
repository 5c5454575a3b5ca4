import type { Endpoint } from "../http/endpoint.ts";
import { viewRfq } from "../trips/view.ts";
import { writeQuote } from "./write-quote.ts";
import { notFound } from "../http/refusal.ts";

/** `GET /quotes/{id}` (avinode-api.md B12), for the two sides of its RFQ. */
export const readQuote: Endpoint = {
  operation: "quotes.read",
  method: "get",
  path: "/quotes/:id",
  answer: (call, state) => {
    const quote = state.book.quotes.get(call.params["id"] ?? "");
    if (quote === undefined) throw notFound();
    return { data: writeQuote(quote, viewRfq(quote.rfq, { call, state, key: "quotes" })) };
  },
};
