import type { Commission, OptionPrice } from "@liftline/schema";
import type { AvinodePrice, AvinodeSearchHit } from "@liftline/schema/avinode";
import { priceRange } from "./price-range.ts";
import { entriesOf, fieldsOf, readNumber, saysYes, type Unread } from "./unread.ts";

/** The parts of a quote that say what it costs. */
export type UnreadPrice = Unread<
  Pick<AvinodeSearchHit["quote"], "sellerPrice" | "sellerPriceWithoutCommission" | "convertedPrices" | "reservable">
>;

/** How the broker prices. */
export interface Pricing {
  /** ISO 4217: what is asked for. */
  currency: string;
  commission: Commission;
  /** Whether a range is shown in place of the price. */
  isRange: boolean;
}

/** What an aircraft costs, commission included. */
interface Total {
  /** In the seller's currency. */
  amount: number;
  /** In the currency that it is shown in. */
  converted: number;
  currency: string;
}

/**
 * What the end-client pays, in whole units of the currency asked for. Where the marketplace did not convert into it, in
 * the connection's own currency, else in the seller's (seed 004, `quote.convertedPrices`). Null where there is no price.
 */
export function priceOption(quote: UnreadPrice, { currency, commission, isRange }: Pricing): OptionPrice | null {
  const total = commission.from === "net" ? netTotal(quote, currency) : sellerTotal(quote, currency);
  if (!total) return null;
  const factor = commission.from === "net" ? 1 + commission.percent / 100 : 1;
  const price = { ...total, amount: total.amount * factor, converted: total.converted * factor };
  if (isRange) return writeRange(price);
  return writePrice(price, saysYes(quote.reservable) ? "reservable" : "estimate");
}

/** The price with the commission of the broker's marketplace profile. The seller's net price stays unread. */
function sellerTotal(quote: UnreadPrice, currency: string): Total | null {
  return convert(fieldsOf<AvinodePrice>(quote.sellerPrice), (wanted) => listedPrice(quote, wanted), currency);
}

/**
 * The seller's net price. Conversions are of the price with commission: only the rate in them is taken. Without a net price
 * there is none at all, because the other one has the other commission in it.
 */
function netTotal(quote: UnreadPrice, currency: string): Total | null {
  const net = fieldsOf<AvinodePrice>(quote.sellerPriceWithoutCommission);
  const seller = fieldsOf<AvinodePrice>(quote.sellerPrice);
  const share = amountOf(net.price) / amountOf(seller.price);
  const isSameMoney = seller.currency === net.currency;
  return convert(net, (wanted) => (isSameMoney ? listedPrice(quote, wanted) * share : Number.NaN), currency);
}

/** A price in the best currency it can be had in; `listed` is what a conversion beside it says, or no number. */
function convert(price: Unread<AvinodePrice>, listed: (currency: string) => number, currency: string): Total | null {
  const amount = amountOf(price.price);
  if (price.currency === currency) return totalOf(amount, amount, currency);
  return (
    totalOf(amount, listed(currency), currency) ??
    totalOf(amount, amountOf(price.convertedPrice), price.conversionCurrency) ??
    totalOf(amount, amount, price.currency)
  );
}

function listedPrice({ convertedPrices }: UnreadPrice, currency: string): number {
  for (const entry of entriesOf(convertedPrices)) {
    const { conversionCurrency, convertedPrice } = fieldsOf<AvinodePrice>(entry);
    const amount = conversionCurrency === currency ? amountOf(convertedPrice) : Number.NaN;
    if (!Number.isNaN(amount)) return amount;
  }
  return Number.NaN;
}

/** Zero is how "no price yet" is written: nobody flies for nothing. */
function totalOf(amount: number, converted: number, currency: unknown): Total | null {
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) return null;
  return amount > 0 && Math.round(converted) > 0 ? { amount, converted, currency } : null;
}

function amountOf(value: unknown): number {
  return readNumber(value) ?? Number.NaN;
}

function writePrice({ converted, currency }: Total, basis: OptionPrice["basis"]): OptionPrice | null {
  const amount = Math.round(converted);
  return Number.isSafeInteger(amount) ? { amount, currency, basis } : null;
}

/** No seller guarantees a range. */
function writeRange({ amount, converted, currency }: Total): OptionPrice | null {
  const range = priceRange({ amount, rate: converted / amount });
  return Number.isSafeInteger(range.amountTo) ? { ...range, currency, basis: "estimate" } : null;
}
