import { http, type HttpHandler } from "msw";
import type { State } from "../state.ts";

/**
 * What `viewInAvinode` and `searchInAvinode` lead to: pages beside the API, where a person would log in with their own account. Here they
 * tell which trip it would be, so that a link can be followed to its end.
 */
export function pageHandler(state: State): HttpHandler {
  return http.get("*/marketplace/mvc/*", ({ request }) => {
    const tripId = findTripId(new URL(request.url), state);
    return tripId === undefined
      ? page(404, "Nothing is here", "Perhaps there was a reset since.")
      : page(200, `Trip ${tripId}`, "In the real marketplace a person logs in here and goes on with the trip.");
  });
}

/** The id that people see, of a trip, RFQ or lead. */
function findTripId({ pathname, searchParams }: URL, { book, leads }: State): string | undefined {
  const id = searchParams.get("rfq") ?? pathname.split("/").at(-1) ?? "";
  return (book.trips.get(id) ?? book.rfqs.get(id)?.trip ?? leads.get(id))?.tripId;
}

function page(status: number, title: string, text: string): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · simulated marketplace</title>
<h1>${title}</h1>
<p>${text}</p>
<p>This marketplace is simulated. <a href="/">Its ledger</a></p>
</html>`;
  const policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
    },
  });
}
