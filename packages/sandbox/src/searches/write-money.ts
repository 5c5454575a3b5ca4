import type { AvinodePrice } from "@liftline/schema/avinode";
import type { SandboxConnection } from "../connections.ts";
import { convert } from "../world/currencies.ts";

/** With the commission of the calling company's profile, in whole units. */
export function commissioned(netPrice: number, { commissionPercent }: SandboxConnection): number {
  return Math.round(netPrice * (1 + commissionPercent / 100));
}

/** Money with its conversion; `priceAsString` in one of the two ways that occur (G25), missing in `convertedPrices`. */
export function writeMoney(price: number, currency: string, into: string, asString = true): AvinodePrice {
  const text = currency === into ? String(price) : String(price).replaceAll(/\B(?=(\d{3})+$)/g, " ");
  return {
    currency,
    price,
    conversionCurrency: into,
    convertedPrice: convert(price, currency, into),
    ...(asString && { priceAsString: text }),
  };
}
