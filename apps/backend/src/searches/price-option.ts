import type { OptionPrice } from "@liftline/schema";
import { AvinodePrice, Flag, type AvinodeSearchHit } from "@liftline/schema/avinode";

/** The parts of a quote that say what it costs, unread. The seller's net price is not among them, and stays unread. */
export type UnreadPrice = {
  [Part in keyof Pick<AvinodeSearchHit["quote"], "sellerPrice" | "convertedPrices" | "reservable">]: unknown;
};

/**
 * What the end-client pays, in whole units of the currency asked for. Where the marketplace did not convert into it, in
 * the connection's own currency, else in the seller's (seed 004, `quote.convertedPrices`). Null where there is no price.
 */
export function priceOption(quote: UnreadPrice, currency: string): OptionPrice | null {
  const seller = AvinodePrice.safeParse(quote.sellerPrice).data;
  if (!seller) return null;
  const basis = Flag.safeParse(quote.reservable).data === true ? "reservable" : "estimate";
  const priced = (amount: number | null | undefined, inCurrency: string | null | undefined) =>
    writePrice({ amount, currency: inCurrency, basis });

  if (seller.currency === currency) return priced(seller.price, currency);
  return (
    priced(convertedAmount(quote.convertedPrices, currency), currency) ??
    priced(seller.convertedPrice, seller.conversionCurrency) ??
    priced(seller.price, seller.currency)
  );
}

function convertedAmount(prices: unknown, currency: string): number | null | undefined {
  if (!Array.isArray(prices)) return null;
  for (const entry of prices as unknown[]) {
    if (!isConvertedInto(entry, currency)) continue;
    const price = AvinodePrice.safeParse(entry).data;
    if (price) return price.convertedPrice;
  }
  return null;
}

/** Looked at before the rest is read: most conversions are into other currencies. */
function isConvertedInto(entry: unknown, currency: string): boolean {
  return (
    typeof entry === "object" &&
    entry !== null &&
    "conversionCurrency" in entry &&
    entry.conversionCurrency === currency
  );
}

function writePrice(price: {
  amount: number | null | undefined;
  currency: string | null | undefined;
  basis: OptionPrice["basis"];
}): OptionPrice | null {
  if (!price.currency || !/^[A-Z]{3}$/.test(price.currency)) return null;
  const amount = Math.round(price.amount ?? 0);
  // Zero is how "no price yet" is written: nobody flies for nothing.
  if (!Number.isSafeInteger(amount) || amount <= 0) return null;
  return { amount, currency: price.currency, basis: price.basis };
}
