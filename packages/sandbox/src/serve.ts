import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { getResponse } from "msw";
import { writeLedgerPage } from "./ledger-page.ts";
import { createMarketplace, type Marketplace } from "./marketplace.ts";

export interface ServeOptions {
  /** A new one unless given. Links in its answers lead to its own `baseUrl`, so give it the address served here. */
  marketplace?: Marketplace;
  /** 0 for any free one. */
  port: number;
  /** 127.0.0.1 unless given: the sandbox is for one machine. */
  hostname?: string;
}

/** How often notifications that are due leave, and watches are looked at. */
const tickMs = 15_000;

/** The marketplace on a port, with its ledger for people at `/`. */
export async function serveMarketplace(
  options: ServeOptions,
): Promise<{ baseUrl: string; close: () => Promise<void> }> {
  const hostname = options.hostname ?? "127.0.0.1";
  let marketplace = options.marketplace;
  const server = createAdaptorServer({
    fetch: (request, bindings) =>
      marketplace ? answer(marketplace, request, bindings) : new Response(null, { status: 503 }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, hostname, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const origin = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
  const served = marketplace ?? createMarketplace({ baseUrl: `${origin}/api`, sendNotification: globalThis.fetch });
  marketplace = served;
  const ticking = setInterval(() => void served.tick(), tickMs).unref();
  return {
    baseUrl: `${origin}${new URL(served.baseUrl).pathname}`,
    close: () =>
      new Promise((resolve, reject) => {
        clearInterval(ticking);
        server.close((problem) => (problem ? reject(problem) : resolve()));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

async function answer(marketplace: Marketplace, request: Request, bindings: object): Promise<Response> {
  const { pathname } = new URL(request.url);
  const route = `${request.method} ${pathname}`;
  if (route === "GET /") return page(writeLedgerPage(marketplace));
  if (route === "GET /ledger.json") return Response.json({ leads: marketplace.ledger.leads() });
  if (route === "POST /reset") {
    marketplace.reset();
    return new Response(null, { status: 303, headers: { location: "/" } });
  }
  const response = await getResponse(marketplace.handlers, request);
  if (response === undefined) return new Response(null, { status: 501 });
  if (response.type === "error") return cut(bindings);
  return compressed(response, request.headers.get("accept-encoding") ?? "");
}

function page(html: string): Response {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
    },
  });
}

/** Ends the connection without an answer. */
function cut(bindings: object): Response {
  if (hasSocket(bindings)) bindings.incoming.socket.destroy();
  return new Response(null, { status: 502 });
}

function hasSocket(bindings: object): bindings is HttpBindings {
  return "incoming" in bindings;
}

const compress = promisify(gzip);

async function compressed(response: Response, accepted: string): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  const isText = (response.headers.get("content-type") ?? "").startsWith("application/json");
  if (!/\bgzip\b/.test(accepted) || !isText || body.length < 1024) {
    return new Response(body.length === 0 ? null : body, { status: response.status, headers: response.headers });
  }
  const headers = new Headers(response.headers);
  headers.set("content-encoding", "gzip");
  headers.set("vary", "Accept-Encoding");
  return new Response(new Uint8Array(await compress(body)), { status: response.status, headers });
}
