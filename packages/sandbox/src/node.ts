import { getResponse } from "msw";
import type { Marketplace } from "./marketplace.ts";

/** A `fetch` that the marketplace answers: no port, no interception. What it does not know is 501. */
export function marketplaceFetch(marketplace: Marketplace): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await untilAborted(getResponse(marketplace.handlers, request), request.signal);
    if (response?.type === "error") throw new TypeError("fetch failed");
    return response ?? new Response(null, { status: 501 });
  };
}

/** Rejects as soon as the caller gives up, like a real `fetch`. */
function untilAborted<Value>(answer: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    answer.then(resolve, reject);
  });
}
