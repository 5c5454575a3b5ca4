import type { Option, OptionLeg, OptionPrice } from "@liftline/schema";
import type { Translate } from "./messages/translate.ts";
import { readLocal, type Formats } from "./formats.ts";

/** One leg as a timetable has it: `EGGW 11:00 ── 7 h 40 ──▶ 13:40 KTEB`. */
export interface LegLine {
  from: string;
  to: string;
  /** `London – New York` */
  route: string;
  /** The same two names apart. */
  places: readonly [from: string, to: string];
  day: string;
  /** `HH:MM` at the airport; null where it is open. */
  departs: string | null;
  arrives: string | null;
  /** `+1` where it arrives on another day, else empty. */
  dayMark: string;
  duration: string;
  /** What else there is to say of it. */
  note: string;
}

/** One chosen option, in words. */
export interface ChoiceLine {
  name: string;
  detail: string;
  price: string;
  /** What kind of price it is (R18); empty where there is none. */
  basis: string;
  legs: LegLine[];
}

type Telling = { t: Translate; formats: Formats };

/** What of an option is told: nothing else reaches a mail (R3). */
export type ToldOption = Pick<
  Option,
  "kind" | "category" | "type" | "maxPassengers" | "aircraftCount" | "legs" | "price"
>;

export function choiceLines(options: readonly ToldOption[], telling: Telling): ChoiceLine[] {
  return options.map((option) => ({
    name: option.type ?? telling.formats.category(option.category),
    detail: detailOf(option, telling),
    ...priceOf(option.price, telling),
    legs: option.legs.map((leg) => legLine(leg, { isFlexible: option.kind === "empty-leg", ...telling })),
  }));
}

/** The trip that all options have in common; none where they fly different ones. */
export function sharedLegs(choices: readonly ChoiceLine[]): LegLine[] {
  const [first, ...others] = choices;
  if (!first) return [];
  const name = ({ legs }: ChoiceLine) => JSON.stringify(legs.map(({ from, to, day }) => [from, to, day]));
  return others.every((other) => name(other) === name(first)) ? first.legs : [];
}

/** A whole trip in one line: `London – New York – London`, a comma where it goes on from another place. */
export function tripName(legs: readonly Pick<LegLine, "places">[]): string {
  return legs
    .map(({ places: [from, to] }, index) => {
      const before = legs[index - 1]?.places[1];
      if (before === undefined) return `${from} – ${to}`;
      return before === from ? ` – ${to}` : `, ${from} – ${to}`;
    })
    .join("");
}

export function priceOf(price: OptionPrice | null, { t, formats }: Telling): Pick<ChoiceLine, "price" | "basis"> {
  if (!price) return { price: t("price.hidden"), basis: "" };
  return {
    price: formats.money(price),
    basis: t(price.basis === "reservable" ? "price.reservable" : "price.estimate"),
  };
}

function legLine(leg: OptionLeg, { isFlexible, t, formats }: Telling & { isFlexible: boolean }): LegLine {
  const departs = readLocal(leg.departsAt.local);
  const arrives = readLocal(leg.arrivesAt.local);
  // R23: an empty leg has no timetable yet.
  const isOpen = leg.timeToBeDecided || isFlexible;
  return {
    from: leg.from.code,
    to: leg.to.code,
    route: `${placeName(leg.from)} – ${placeName(leg.to)}`,
    places: [placeName(leg.from), placeName(leg.to)],
    day: formats.day(departs.date),
    departs: isOpen ? null : departs.time,
    arrives: isOpen ? null : arrives.time,
    dayMark: isOpen ? "" : dayMark(departs.date, arrives.date, t),
    duration: formats.duration(leg.flightMinutes),
    note: [
      ...(isFlexible ? [t("leg.flexible")] : isOpen ? [t("leg.undecided")] : []),
      ...(leg.fuelStops > 0 ? [t("choice.stops", { count: leg.fuelStops })] : []),
    ].join(" · "),
  };
}

function dayMark(departs: string, arrives: string, t: Translate): string {
  const days = Math.round((Date.parse(arrives) - Date.parse(departs)) / 86_400_000);
  if (!days) return "";
  return days > 0 ? t("leg.day-later", { days }) : t("leg.day-earlier", { days: -days });
}

function placeName({ city, name, code }: OptionLeg["from"]): string {
  return city || name || code;
}

function detailOf({ type, category, maxPassengers, aircraftCount }: ToldOption, { t, formats }: Telling): string {
  const seats = t(aircraftCount > 1 ? "choice.seats-up-to" : "choice.seats", { count: maxPassengers });
  return [...(type ? [formats.category(category)] : []), ...(maxPassengers > 0 ? [seats] : [])].join(" · ");
}
