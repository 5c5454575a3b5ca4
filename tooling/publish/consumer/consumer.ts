import { createClient, type Client } from "@liftline/api-client";
import { AvinodeError, connectAvinode, createAirports, createAvinodeClient } from "@liftline/api-client/avinode";
import { createMarketplace, sandboxApiToken, sandboxConnections } from "@liftline/sandbox";
import type { marketplaceWorker } from "@liftline/sandbox/browser";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { serveMarketplace } from "@liftline/sandbox/serve";
import { SearchRequest } from "@liftline/schema";
import { AvinodeSearchHit, type AvinodeAirport } from "@liftline/schema/avinode";

const marketplace = createMarketplace({ rate: null });
const options = {
  baseUrl: marketplace.baseUrl,
  product: "Consumer v1.0",
  apiToken: sandboxApiToken,
  auth: { kind: "token", token: sandboxConnections.demo.token },
  fetch: marketplaceFetch(marketplace),
} as const;

const [luton]: AvinodeAirport[] = await createAirports(connectAvinode(options)).search({ filter: "luton" });
const client = createAvinodeClient(options);
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const { results } = await client.searches.create(
  {
    segments: [
      {
        startAirport: { icao: "EGGW" },
        endAirport: { icao: "LFMN" },
        dateTime: { date: tomorrow, time: "11:00", departure: true, local: true },
        paxCount: "4",
      },
    ],
  },
  { fields: ["typephotos"] },
);
const hit = AvinodeSearchHit.parse(results[0]);
const [photo] = hit.quote.lift.typePhotos ?? [];
const drawing = await marketplaceFetch(marketplace)(photo?.copies[0]?.url ?? "");
const failure = await client.airports.search({ filter: "lu" }).catch((error: unknown) => error);

const served = await serveMarketplace({ port: 0 });
const page = await fetch(new URL("/", served.baseUrl));
await served.close();

const backend: Client = createClient({ baseUrl: "https://leads.example", embedKey: "pk_demo" });
export type Worker = ReturnType<typeof marketplaceWorker>;

console.log(
  JSON.stringify({
    luton: luton?.icao,
    hit: typeof hit.quote.sellerPrice?.price,
    drawing: (await drawing.arrayBuffer()).byteLength > 1000,
    failure: failure instanceof AvinodeError && failure.reason,
    page: page.status,
    backend: typeof backend.searchOptions,
    strict: SearchRequest.safeParse({ legs: [] }).success,
  }),
);
