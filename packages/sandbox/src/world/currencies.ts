/** Units of a currency for one euro. A fixed table, so that prices repeat; near the rates of 2026. */
const perEuro: Record<string, number> = {
  EUR: 1,
  USD: 1.16,
  GBP: 0.87,
  CHF: 0.93,
  SEK: 11.1,
  NOK: 11.7,
  DKK: 7.46,
  PLN: 4.26,
  CZK: 24.3,
  HUF: 388,
  RON: 5.09,
  BGN: 1.956,
  TRY: 48.9,
  RUB: 94,
  ILS: 3.8,
  AED: 4.26,
  SAR: 4.35,
  QAR: 4.22,
  INR: 103,
  CNY: 8.25,
  HKD: 9.02,
  JPY: 178,
  KRW: 1690,
  SGD: 1.51,
  THB: 37.6,
  MYR: 4.8,
  IDR: 19400,
  PHP: 68,
  AUD: 1.77,
  NZD: 2.05,
  ZAR: 20.1,
  CAD: 1.63,
  MXN: 21.3,
  BRL: 6.2,
  ISK: 147,
};

export function isCurrency(code: string): boolean {
  return code in perEuro;
}

/** Two decimals, like the conversions of the marketplace. */
export function convert(amount: number, from: string, to: string): number {
  return Math.round(((amount * rate(to)) / rate(from)) * 100) / 100;
}

function rate(code: string): number {
  const units = perEuro[code];
  if (units === undefined) throw new Error(`no rate for ${code}`);
  return units;
}
