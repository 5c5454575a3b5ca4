import type { Translate } from "../messages/catalogue.ts";

/** A duration in minutes, for the eye (`7 h 40`) and for the ear (`7 hours 40 minutes`). */
export interface DurationFormat {
  short: (minutes: number) => string;
  long: (minutes: number) => string;
}

/** Make one a language and keep it: an `Intl` formatter costs more to make than 300 cards cost to format. */
export function createDurationFormat(locale: string, t: Translate): DurationFormat {
  const hourFormat = unitFormat(locale, "hour");
  const minuteFormat = unitFormat(locale, "minute");
  return {
    short(total) {
      const { hours, minutes } = split(total);
      if (hours === 0) return t("duration.minutes", { minutes });
      return t("duration.hours", { hours, minutes: `0${minutes}`.slice(-2) });
    },
    long(total) {
      const { hours, minutes } = split(total);
      const parts = [
        hours > 0 && hourFormat.format(hours),
        (minutes > 0 || hours === 0) && minuteFormat.format(minutes),
      ];
      return parts.filter(Boolean).join(" ");
    },
  };
}

function split(total: number): { hours: number; minutes: number } {
  const whole = Math.max(0, Math.round(total));
  return { hours: Math.floor(whole / 60), minutes: whole % 60 };
}

function unitFormat(locale: string, unit: "hour" | "minute"): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long", numberingSystem: "latn" });
}
