const clickIds = new Set([
  "gclid",
  "gbraid",
  "wbraid",
  "dclid",
  "fbclid",
  "msclkid",
  "ttclid",
  "twclid",
  "li_fat_id",
  "epik",
  "yclid",
]);

/** The campaign parameters of a page's query, cut to what a lead takes; null where there are none. */
export function readCampaign(query: string): Record<string, string> | null {
  const found = [...new URLSearchParams(query)].filter(([key, value]) => isCampaignKey(key) && value !== "");
  if (found.length === 0) return null;
  return Object.fromEntries(found.slice(0, 20).map(([key, value]) => [key, value.slice(0, 512)]));
}

/** A plain word only: the key ends up in the broker's other systems. */
function isCampaignKey(key: string): boolean {
  return /^utm_\w{1,60}$/.test(key) || clickIds.has(key);
}
