import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Lookup } from "../src/deliveries/channels/crm/push-url.ts";
import { createGuardedPushFetch } from "../src/deliveries/channels/crm/guarded-push-fetch.ts";
import type { PushFetch } from "../src/deliveries/channels/crm/push-fetch.ts";
import { createSelfSigned } from "./self-signed.ts";

/** A request as it arrived. */
export interface SeenRequest {
  method: string;
  host: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface CrmServer {
  port: number;
  seen: SeenRequest[];
  /** TCP connections so far, whatever came of them. */
  connections: () => number;
  /** How it answers; 204 unless told otherwise. */
  answer: (request: SeenRequest, response: ServerResponse, index: number) => void;
  /** Sends to this server whatever the lookup says, and to no other private address. */
  fetch: (lookup?: Lookup) => PushFetch;
  /** `https://{host}:{port}{path}` */
  url: (host: string, path?: string) => string;
  /** Forgets what it has seen, and answers as at first. */
  reset(): void;
  close(): Promise<void>;
}

const hosts = ["crm.example", "login.example"] as const;

/** A broker's own system: HTTPS on loopback, under names that only the test's lookup knows. */
export async function startCrmServer(): Promise<CrmServer> {
  const certificate = createSelfSigned(...hosts);
  let connections = 0;
  const server = createServer(certificate, (incoming, response) => void receive(incoming, response));
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    crm.seen.push(request);
    crm.answer(request, response, crm.seen.length - 1);
  }

  const crm: CrmServer = {
    port,
    seen: [],
    connections: () => connections,
    answer: accept,
    fetch: (lookup = toLoopback) =>
      createGuardedPushFetch({ lookup, isOpen: (address) => address === "127.0.0.1", ca: certificate.cert }),
    url: (host, path = "/hooks/leads") => `https://${host}:${port}${path}`,
    reset() {
      crm.answer = accept;
      crm.seen.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return crm;
}

const accept: CrmServer["answer"] = (_request, response) => void response.writeHead(204).end();

export const toLoopback: Lookup = () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]);

async function read(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? "",
    host: incoming.headers.host ?? "",
    path: incoming.url ?? "",
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
