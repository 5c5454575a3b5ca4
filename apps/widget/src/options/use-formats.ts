import { useMemo } from "preact/hooks";
import { createDayFormat, type DayFormat } from "../format/day.ts";
import { createDurationFormat, type DurationFormat } from "../format/duration.ts";
import { createMoneyFormat, type MoneyFormat } from "../format/money.ts";
import { useWidget } from "../widget-context.ts";

/** How this widget's language writes what an option consists of. */
export interface Formats {
  money: MoneyFormat;
  duration: DurationFormat;
  day: DayFormat;
  number: (value: number) => string;
}

/** One set for a whole screen: 300 cards share it. */
export function useFormats(): Formats {
  const { language, t } = useWidget();
  return useMemo(() => {
    const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });
    // The patterns keep their placeholders: the format fills them in.
    const hours = t("duration.hours", { hours: "{hours}", minutes: "{minutes}" });
    const minutes = t("duration.minutes", { minutes: "{minutes}" });
    return {
      money: createMoneyFormat(language),
      duration: createDurationFormat(language, { hours, minutes }),
      day: createDayFormat(language),
      number: (value) => number.format(value),
    };
  }, [language, t]);
}
