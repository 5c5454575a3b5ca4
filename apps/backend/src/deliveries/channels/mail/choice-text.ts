import type { ChoiceLine, LegLine } from "./choice-lines.ts";
import type { Direction } from "./messages/translate.ts";

interface ChoiceTextOptions {
  /** The trip, where all options have one in common; else each leg says where and when. */
  trip: readonly string[];
  direction: Direction;
}

/** The trip and the timetables of a mail's plain-text twin. */
export function choiceText(choices: readonly ChoiceLine[], options: ChoiceTextOptions): string {
  const blocks = choices.map((choice, index) => `${index + 1}. ${choiceBlock(choice, options)}`);
  return [...(options.trip.length > 0 ? [options.trip.join("\n")] : []), ...blocks].join("\n\n");
}

function choiceBlock({ name, detail, price, basis, legs }: ChoiceLine, options: ChoiceTextOptions): string {
  return [joined([name, detail]), joined([price, basis]), ...legs.flatMap((leg) => legText(leg, options))].join(
    "\n   ",
  );
}

function legText(leg: LegLine, { trip, direction }: ChoiceTextOptions): string[] {
  const departs = [leg.from, leg.departs].filter(Boolean).join(" ");
  const arrives = [leg.arrives && leg.arrives + leg.dayMark, leg.to].filter(Boolean).join(" ");
  const strip = `${departs} -- ${leg.duration} --> ${arrives}`;
  return [
    ...(trip.length === 0 ? [joined([leg.route, leg.day])] : []),
    // The arrow is drawn from left to right, so the line keeps that order in every language.
    direction === "rtl" ? `\u2066${strip}\u2069` : strip,
    ...(leg.note ? [leg.note] : []),
  ];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
