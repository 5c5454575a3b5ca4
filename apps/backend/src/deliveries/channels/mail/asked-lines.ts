import type { ConfirmedLeg } from "./confirmation-content.ts";
import type { LegLine } from "./choice-lines.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./messages/translate.ts";
import type { ToldLeg, ToldPlace } from "../told-place.ts";

/** A leg without options, in words. */
export interface AskedLine extends Pick<LegLine, "route" | "places" | "day"> {
  /** When and by how many: `Sun, 13 Dec 2026 · departure at 11:00 · 7 passengers`. */
  detail: string;
}

type AnyLeg = ToldLeg | ConfirmedLeg;

/** `nameOf` says a place; what a visitor wrote is marked as theirs there, or not said at all. */
export function askedLines<Leg extends AnyLeg>(
  legs: readonly Leg[],
  { t, formats, nameOf }: { t: Translate; formats: Formats; nameOf: (place: Leg["from"]) => string },
): AskedLine[] {
  return legs.map(({ from, to, date, time, timeMeans, passengers }) => {
    const places = [nameOf(from), nameOf(to)] as const;
    const day = formats.day(date);
    const clock =
      time === null ? t("leg.undecided") : t(`trip.${timeMeans === "arrival" ? "arrives" : "departs"}`, { time });
    return {
      route: places.join(" – "),
      places,
      day,
      detail: [day, clock, t("trip.passengers", { count: passengers })].join(" · "),
    };
  });
}

/** For a mail's plain-text twin. */
export function askedTexts(lines: readonly AskedLine[]): string[] {
  return lines.map(({ route, detail }) => `${route} · ${detail}`);
}

/** As a broker's staff read it: whose words they are stands beside them. */
export function placeForBroker(place: ToldPlace): string {
  if ("words" in place) return `“${unturned(place.words)}” (the client’s words)`;
  return "airport" in place ? airportName(place.airport) : place.code;
}

export function airportName({ city, code }: { city: string; code: string }): string {
  return city ? `${city} (${code})` : code;
}

/** Signs that turn the direction of what follows would turn our own words as well; words that run the other way stay within. */
function unturned(words: string): string {
  const plain = words.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  return /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u.test(plain) ? `\u2068${plain}\u2069` : plain;
}
