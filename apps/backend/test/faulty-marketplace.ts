import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAvinodeClient, type AvinodeClient, type AvinodeClientOptions } from "@liftline/api-client/avinode";
import type { Clock } from "../src/clock.ts";
import {
  createMarketplaceLedger,
  type MarketplaceLedger,
  type LedgerAnswer,
  type LedgerCall,
} from "./marketplace-ledger.ts";

/** A call to `POST /leads`, and what can be done with it. */
export interface FaultyCall {
  call: LedgerCall;
  response: ServerResponse;
  /** Does what was asked, and tells what would be answered. */
  handle(): LedgerAnswer;
  /** Answers as a marketplace does. */
  send(answer: LedgerAnswer, headers?: Record<string, string>): void;
}

/** Takes the place of the good answer to `POST /leads`. */
export type Fault = (call: FaultyCall) => void;

export interface FaultyMarketplace {
  /** Such as `http://127.0.0.1:12345/api`. */
  baseUrl: string;
  ledger: MarketplaceLedger;
  /** Null: everything works. */
  fault: Fault | null;
  /** The `Date` of its answers; the caller's own time unless it says otherwise. */
  date: (() => string) | null;
  clientOf(clock: Clock, brokerId: string, options?: Partial<AvinodeClientOptions>): AvinodeClient;
  close(): Promise<void>;
}

/** A marketplace on a real port of this machine: what a socket can do wrong cannot be shown by a function. */
export async function openFaultyMarketplace(): Promise<FaultyMarketplace> {
  const ledger = createMarketplaceLedger();
  const server = createServer((request, response) => void serve(marketplace, { request, response }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const marketplace: FaultyMarketplace = {
    baseUrl: `http://127.0.0.1:${port}/api`,
    ledger,
    fault: null,
    date: null,
    clientOf(clock, brokerId, options = {}) {
      marketplace.date ??= () => new Date(clock.now()).toUTCString();
      return createAvinodeClient({
        baseUrl: marketplace.baseUrl,
        product: "Liftline v1.0",
        apiToken: "api-token",
        auth: { kind: "token", token: brokerId },
        rate: { perSecond: 1000, burst: 1000 },
        clock,
        ...options,
      });
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return marketplace;
}

async function serve(
  marketplace: FaultyMarketplace,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const call = {
    method: request.method ?? "",
    path: (request.url ?? "").replace("/api", "").replace(/\?.*/, ""),
    token: (request.headers.authorization ?? "").replace("Bearer ", ""),
    body: Buffer.concat(chunks).toString(),
  };
  if (marketplace.date) response.setHeader("Date", marketplace.date());
  const handle = () => marketplace.ledger.answer(call);
  const send: FaultyCall["send"] = ({ status, body }, headers = {}) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
  };
  const isPost = call.method === "POST" && call.path === "/leads";
  if (isPost && marketplace.fault) marketplace.fault({ call, response, handle, send });
  else send(handle());
}
