import type { OptionPrice } from "@liftline/schema";
import type { AvinodePrice, AvinodeSearchHit } from "@liftline/schema/avinode";
import { entriesOf, fieldsOf, readNumber, saysYes, type Unread } from "./unread.ts";

/** The parts of a quote that say what it costs. The seller's net price is not among them, and stays unread. */
export type UnreadPrice = Unread<Pick<AvinodeSearchHit["quote"], "sellerPrice" | "convertedPrices" | "reservable">>;

/**
 * What the end-client pays, in whole units of the currency asked for. Where the marketplace did not convert into it, in
 * the connection's own currency, else in the seller's (seed 004, `quote.convertedPrices`). Null where there is no price.
 */
export function priceOption(quote: UnreadPrice, currency: string): OptionPrice | null {
  const seller = fieldsOf<AvinodePrice>(quote.sellerPrice);
  if (readNumber(seller.price) === null) return null;
  const basis = saysYes(quote.reservable) ? "reservable" : "estimate";
  const priced = (amount: unknown, inCurrency: unknown) => writePrice({ amount, currency: inCurrency, basis });

  if (seller.currency === currency) return priced(seller.price, currency);
  return (
    priced(convertedAmount(entriesOf(quote.convertedPrices), currency), currency) ??
    priced(seller.convertedPrice, seller.conversionCurrency) ??
    priced(seller.price, seller.currency)
  );
}

function convertedAmount(prices: readonly unknown[], currency: string): number | null {
  for (const entry of prices) {
    const { conversionCurrency, convertedPrice } = fieldsOf<AvinodePrice>(entry);
    const amount = conversionCurrency === currency ? readNumber(convertedPrice) : null;
    if (amount !== null) return amount;
  }
  return null;
}

function writePrice(price: { amount: unknown; currency: unknown; basis: OptionPrice["basis"] }): OptionPrice | null {
  if (typeof price.currency !== "string" || !/^[A-Z]{3}$/.test(price.currency)) return null;
  const amount = Math.round(readNumber(price.amount) ?? 0);
  // Zero is how "no price yet" is written: nobody flies for nothing.
  if (!Number.isSafeInteger(amount) || amount <= 0) return null;
  return { amount, currency: price.currency, basis: price.basis };
}
