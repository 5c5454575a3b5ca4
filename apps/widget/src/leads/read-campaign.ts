import type { TabStorage } from "../widget-context.ts";

const NAME = "campaign";

/** A plain word only: the key ends up in the broker's other systems. */
const campaignKey = /^(utm_\w{1,60}|(g|d|fb|ms|tt|tw|y)clk?id|[gw]braid|li_fat_id)$/;

/** What brought the visitor: this page's campaign parameters, or those of an earlier page in this tab. */
export function readCampaign(storage: TabStorage, query: string): Record<string, string> | null {
  const campaign = campaignOf(query);
  if (campaign) storage.write(NAME, campaign);
  return campaign ?? cut(Object.entries(storage.read(NAME) ?? {}));
}

/** The campaign parameters of a page's query, cut to what a lead takes; null where there are none. */
export function campaignOf(query: string): Record<string, string> | null {
  return cut([...new URLSearchParams(query)]);
}

function cut(pairs: [key: string, value: unknown][]): Record<string, string> | null {
  const found = pairs.flatMap(([key, value]): [string, string][] =>
    typeof value === "string" && value && campaignKey.test(key) ? [[key, value.slice(0, 512)]] : [],
  );
  return found.length > 0 ? Object.fromEntries(found.slice(0, 20)) : null;
}
