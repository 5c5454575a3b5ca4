import type { BrokerSettings } from "@liftline/schema";

/** A page or a draft may wish for a currency that is not offered (any more): an answer in another is better than none. */
export function shownCurrency(
  { currency }: { currency?: string | undefined },
  { currency: known }: Pick<BrokerSettings, "currency">,
): string {
  return known.offered.find((offered) => offered === currency) ?? known.default;
}
