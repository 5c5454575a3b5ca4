import { createDurationFormat, type DurationFormat } from "../format/duration.ts";
import { createMoneyFormat, type MoneyFormat } from "../format/money.ts";
import type { Translate } from "../messages/catalogue.ts";

/** How this widget's language writes what an option consists of. */
export interface Formats {
  formatMoney: MoneyFormat;
  formatDuration: DurationFormat;
  formatNumber: (value: number) => string;
  /** `in 30 seconds`, `in 5 minutes`. */
  formatWait: (seconds: number) => string;
}

const latin = { numberingSystem: "latn" } as const;

/** One set for the whole widget: 300 cards share it. */
export function createFormats(language: string, t: Translate): Formats {
  const number = new Intl.NumberFormat(language, latin);
  return {
    formatMoney: createMoneyFormat(language),
    formatDuration: createDurationFormat(language, t),
    formatNumber: (value) => number.format(value),
    formatWait(seconds) {
      const format = new Intl.RelativeTimeFormat(new Intl.Locale(language, latin));
      return seconds > 90 ? format.format(Math.ceil(seconds / 60), "minute") : format.format(seconds, "second");
    },
  };
}
