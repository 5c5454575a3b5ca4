import { z } from "zod";

/** What prices may be shown in: the list of seed 004 (white-label app, "Supported currencies") without what is gone. */
const inUse = [
  ...["AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY"],
  ...["KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RON", "RUB", "SEK", "SGD", "THB", "TRY", "USD", "ZAR"],
] as const;

/** Those of that list that are money no more, each with the year since which its country pays in euro. */
const retired = new Map([
  ["SKK", 2009],
  ["LVL", 2014],
  ["LTL", 2015],
  ["HRK", 2023],
  ["BGN", 2026],
]);

/** One of the 36 currencies of seed 004; the five that were replaced by the euro are refused by name. */
export const OfferedCurrency = z.enum(inUse, {
  error: ({ input }) => {
    const since = typeof input === "string" ? retired.get(input) : undefined;
    if (since !== undefined) return `${String(input)} was replaced by EUR in ${since}`;
    return `one of ${inUse.join(", ")}`;
  },
});
export type OfferedCurrency = z.infer<typeof OfferedCurrency>;
