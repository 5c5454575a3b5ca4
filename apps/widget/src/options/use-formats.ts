import { createDurationFormat, type DurationFormat } from "../format/duration.ts";
import { createMoneyFormat, type MoneyFormat } from "../format/money.ts";
import type { Translate } from "../messages/catalogue.ts";
import { useWidget } from "../widget-context.ts";

/** How this widget's language writes what an option consists of. */
export interface Formats {
  money: MoneyFormat;
  duration: DurationFormat;
  number: (value: number) => string;
  /** `in 30 seconds`, `in 5 minutes`. */
  wait: (seconds: number) => string;
}

const latin = { numberingSystem: "latn" } as const;

/** One set for the whole widget: 300 cards share it. */
export function createFormats(language: string, t: Translate): Formats {
  const number = new Intl.NumberFormat(language, latin);
  return {
    money: createMoneyFormat(language),
    duration: createDurationFormat(language, t),
    number: (value) => number.format(value),
    wait(seconds) {
      const format = new Intl.RelativeTimeFormat(new Intl.Locale(language, latin));
      return seconds > 90 ? format.format(Math.ceil(seconds / 60), "minute") : format.format(seconds, "second");
    },
  };
}

/** They come with the file that holds every screen that uses them. */
export function useFormats(): Formats {
  return useWidget().formats!;
}
