/** Whole major units of a currency, one amount or a range. */
export type MoneyFormat = (amount: number, price: { amountTo?: number | undefined; currency: string }) => string;

/** Keeps one formatter a currency: 300 uncached prices cost a phone more than the cards around them. */
export function createMoneyFormat(locale: string): MoneyFormat {
  const formats = new Map<string, Intl.NumberFormat>();
  return function formatMoney(amount, { amountTo, currency }) {
    const format = formats.get(currency) ?? moneyFormat(locale, currency);
    formats.set(currency, format);
    return amountTo && amountTo > amount ? format.formatRange(amount, amountTo) : format.format(amount);
  };
}

function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
    numberingSystem: "latn",
  });
}
