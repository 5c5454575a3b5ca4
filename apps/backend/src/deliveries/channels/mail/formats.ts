import type { BrokerSettings, OptionPrice } from "@liftline/schema";
import { categoryNamesIn } from "../../../brokers/category-names.ts";
import type { Translate } from "./messages/translate.ts";

/** How a language names categories and writes prices, days and durations; the same as on the screen that the choice was made on. */
export interface Formats {
  /** Whole major units, a range where there is one. */
  money(price: OptionPrice): string;
  /** A calendar day (`YYYY-MM-DD`), such as `Sun, 13 Dec 2026`. */
  day(date: string): string;
  /** Minutes, such as `7 h 40`. */
  duration(minutes: number): string;
  /** One of the marketplace's categories; one that we do not know is shown as it came. */
  category(name: string): string;
}

export function createFormats(
  language: string,
  { t, categoryNames }: { t: Translate; categoryNames: BrokerSettings["categoryNames"] },
): Formats {
  const categories = new Map<string, string>(Object.entries(categoryNamesIn({ categoryNames }, language)));
  const numbers = { numberingSystem: "latn" };
  const day = new Intl.DateTimeFormat(language, {
    ...numbers,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    // The day is read and written in UTC, so that no zone can move it.
    timeZone: "UTC",
  });
  return {
    money({ amount, amountTo, currency }) {
      const format = new Intl.NumberFormat(language, {
        ...numbers,
        style: "currency",
        currency,
        maximumFractionDigits: 0,
      });
      return amountTo !== undefined && amountTo > amount ? format.formatRange(amount, amountTo) : format.format(amount);
    },
    day(date) {
      const instant = Date.parse(date);
      return Number.isNaN(instant) ? "" : day.format(instant);
    },
    duration(minutes) {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return t("duration.minutes", { minutes: rest });
      return t("duration.hours", { hours, minutes: `${rest}`.padStart(2, "0") });
    },
    category: (name) => categories.get(name) ?? name,
  };
}

/** What the clock at an airport shows, read off the text: no zone of ours may move it. */
export function readLocal(local: string): { date: string; time: string } {
  const [, date = "", time = ""] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(local) ?? [];
  return { date, time };
}
