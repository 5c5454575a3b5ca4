import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import { createMarketplaceLedger, type LedgerAnswer, type MarketplaceLedger } from "../marketplace-ledger.ts";
import { portOf } from "./free-port.ts";

/** A marketplace on a port of this process, so that it survives whoever is killed around it. */
export interface LossyMarketplace {
  baseUrl: string;
  ledger: MarketplaceLedger;
  /** Share of the answers to `POST /leads` that get lost after the lead was made. */
  lossShare: number;
  /** Answers lost so far. */
  lost(): number;
  /** Called with every `POST /leads` that was handled; the answer waits for what it returns, and becomes it where it is one. */
  hold: ((body: AvinodeLeadRequest, answer: LedgerAnswer) => Promise<LedgerAnswer | undefined>) | null;
  close(): Promise<void>;
}

/** Of one lead: more would only make its schedule longer than a test. */
const mostLosses = 2;

export async function openLossyMarketplace(random: () => number): Promise<LossyMarketplace> {
  const ledger = createMarketplaceLedger();
  const losses = new Map<string, number>();
  const server = createServer((request, response) => {
    // Whoever asked may be dead by the time of the answer.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const marketplace: LossyMarketplace = {
    baseUrl: `http://127.0.0.1:${portOf(server)}/api`,
    ledger,
    lossShare: 0,
    hold: null,
    lost: () => [...losses.values()].reduce((sum, count) => sum + count, 0),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = {
      method: request.method ?? "",
      path: (request.url ?? "").replace("/api", "").replace(/\?.*/, ""),
      token: (request.headers.authorization ?? "").replace("Bearer ", ""),
      body: await textOf(request),
    };
    let { status, body } = ledger.answer(call);
    if (call.method === "POST" && call.path === "/leads") {
      const lead: AvinodeLeadRequest = JSON.parse(call.body);
      ({ status, body } = (await marketplace.hold?.(lead, { status, body })) ?? { status, body });
      const lostBefore = losses.get(lead.clientIdentifier) ?? 0;
      // The first for certain: a short run must not go without.
      const isUnlucky = random() < marketplace.lossShare || (losses.size === 0 && marketplace.lossShare > 0);
      if (lostBefore < mostLosses && isUnlucky) {
        losses.set(lead.clientIdentifier, lostBefore + 1);
        return void response.destroy();
      }
    }
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  }

  return marketplace;
}

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding("utf8");
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
