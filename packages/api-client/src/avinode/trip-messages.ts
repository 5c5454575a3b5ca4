import {
  AvinodeChatRequest,
  AvinodeDeclineRequest,
  AvinodeQuoteRequest,
  AvinodeTripMessage,
} from "@liftline/schema/avinode";
import { checkBody } from "./check-body.ts";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { readItem } from "./read-items.ts";

/**
 * What buyer and seller tell each other (`avinode-api.md` B12, seed 004). A request is the id of an RFQ or of a lift in it, or better the
 * action that came with it (`lift.actions.submitQuote`). Nothing here is ever sent twice by itself: where the answer is lost
 * (`effect` is `unknown`), read the RFQ to see whether it arrived. On a canceled RFQ all of it fails `invalid` with 422. Name the person
 * who acts with the connection's `actAsAccount`, or the company is shown.
 */
export interface AvinodeTripMessages {
  /** By a link of an RFQ, or by the address of a notification. */
  read(message: AvinodeTarget, options?: AvinodeCallOptions): Promise<AvinodeTripMessage>;
  /** A word to the other side, of either side. It stands under the RFQ even where a lift was named, and the other's webhook tells. */
  chat(request: AvinodeTarget, body: AvinodeChatRequest, options?: AvinodeCallOptions): Promise<AvinodeTripMessage>;
  /**
   * A seller's offer. To a lift it is the answer; to an RFQ one more quote, for another aircraft or way. Each lift is to be answered or
   * declined (C7). `sellerUniqueQuoteIdentifier` is refused (422) when it comes again, which also guards against a second one.
   */
  submitQuote(
    request: AvinodeTarget,
    body: AvinodeQuoteRequest,
    options?: AvinodeCallOptions,
  ): Promise<AvinodeTripMessage>;
  /** A seller's no: to a lift, or by the RFQ to all of them. */
  decline(
    request: AvinodeTarget,
    body?: AvinodeDeclineRequest,
    options?: AvinodeCallOptions,
  ): Promise<AvinodeTripMessage>;
}

const collection = "/tripmsgs";
const read = readItem(AvinodeTripMessage);

export function createTripMessages({ send, baseUrl }: AvinodeConnection): AvinodeTripMessages {
  return {
    async read(message, { signal } = {}) {
      const operation = "tripmsgs.read";
      const path = pathTo(message, { operation, baseUrl, collection });
      return (await send({ operation, method: "GET", path, signal, read })).value;
    },

    async chat(request, wanted, { signal } = {}) {
      const operation = "tripmsgs.chat";
      const body = checkBody(AvinodeChatRequest, wanted, operation);
      const path = pathTo(request, { operation, baseUrl, collection, action: "/chat" });
      return (await send({ operation, method: "POST", path, body, signal, read })).value;
    },

    async submitQuote(request, wanted, { signal } = {}) {
      const operation = "tripmsgs.submitQuote";
      const body = checkBody(AvinodeQuoteRequest, wanted, operation);
      const path = pathTo(request, { operation, baseUrl, collection, action: "/submitQuote" });
      return (await send({ operation, method: "POST", path, body, signal, read })).value;
    },

    async decline(request, wanted = {}, { signal } = {}) {
      const operation = "tripmsgs.decline";
      const body = checkBody(AvinodeDeclineRequest, wanted, operation);
      const path = pathTo(request, { operation, baseUrl, collection, action: "/decline" });
      return (await send({ operation, method: "POST", path, body, signal, read })).value;
    },
  };
}
