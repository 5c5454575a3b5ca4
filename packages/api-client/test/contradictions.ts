import type { AvinodeClientOptions } from "../src/avinode/index.ts";
import { answer, createMarketplace, failureOf, luton, refusal, searchBody, type Seen } from "./marketplace.ts";

/** What an application sees of a limit: how the call ended, and when another makes sense. */
export async function afterRefusal(status: number, headers: Record<string, string>) {
  const { client } = createMarketplace(() => refusal(status, { headers }), { waitMs: { "airports.search": 0 } });
  const { reason, retryAfterMs } = await failureOf(client.airports.search({ filter: "luton" }));
  return { reason, retryAfterMs };
}

/** One call as it leaves. */
export async function sentBy(
  options: Partial<AvinodeClientOptions> = {},
  call: "lookup" | "read" | "search" = "lookup",
): Promise<Seen> {
  const { client, seen } = createMarketplace(() => answer(call === "lookup" ? [luton] : luton), options);
  if (call === "lookup") await client.airports.search({ filter: "luton" });
  if (call === "read") await client.airports.read("aport-1");
  if (call === "search") await client.searches.create(searchBody, { fields: ["typedetails", "safety"] });
  const [first] = seen;
  if (first === undefined) throw new Error("nothing was sent");
  return first;
}
