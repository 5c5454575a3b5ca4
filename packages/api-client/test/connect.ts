import { createMarketplace, sandboxApiToken, sandboxConnections, type Marketplace } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { AvinodeSearchHit, type AvinodeSearchRequest } from "@liftline/schema/avinode";
import { createAvinodeClient, type AvinodeClient } from "../src/avinode/index.ts";
import { searchBody } from "./marketplace.ts";
import { createVirtualTime } from "./virtual-time.ts";

export interface Connected {
  client: AvinodeClient;
  marketplace: Marketplace;
  /** For a call by hand. */
  send: typeof fetch;
  headers: Record<string, string>;
}

/** The client and a simulated marketplace on one clock. */
export function connect(): Connected {
  const time = createVirtualTime();
  const marketplace = createMarketplace({ clock: time.clock, rate: null });
  const send = marketplaceFetch(marketplace);
  const token = sandboxConnections.demo.token;
  const product = "Liftline v1.0";
  const client = createAvinodeClient({
    baseUrl: marketplace.baseUrl,
    product,
    apiToken: sandboxApiToken,
    auth: { kind: "token", token },
    fetch: send,
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0,
  });
  return {
    client,
    marketplace,
    send,
    headers: {
      "X-Avinode-ApiToken": sandboxApiToken,
      "X-Avinode-ApiVersion": "v1.0",
      "X-Avinode-Product": product,
      Authorization: `Bearer ${token}`,
    },
  };
}

/** The usual trip is searched. */
export async function findHits(
  { client }: Connected,
  extra: Partial<AvinodeSearchRequest> = {},
): Promise<{ searchId: string; hits: AvinodeSearchHit[]; first: AvinodeSearchHit }> {
  const search = await client.searches.create({ ...searchBody, ...extra }, { fields: ["typedetails", "safety"] });
  const hits = search.results.map((hit) => AvinodeSearchHit.parse(hit));
  const [first] = hits;
  if (first === undefined) throw new Error("the sandbox found nothing");
  return { searchId: search.id, hits, first };
}
