import type { ChoiceLine, LegLine } from "./choice-lines.ts";

/** The timetables of a mail's plain-text twin. */
export function choiceText(choices: readonly ChoiceLine[], withRoutes: boolean): string {
  return choices.map((choice, index) => `${index + 1}. ${choiceBlock(choice, withRoutes)}`).join("\n\n");
}

function choiceBlock({ name, detail, price, basis, legs }: ChoiceLine, withRoutes: boolean): string {
  return [
    [name, detail].filter(Boolean).join(", "),
    [price, basis].filter(Boolean).join(", "),
    ...legs.flatMap((leg) => legText(leg, withRoutes)),
  ].join("\n   ");
}

function legText(leg: LegLine, withRoutes: boolean): string[] {
  const departs = [leg.from, leg.departs].filter(Boolean).join(" ");
  const arrives = [leg.arrives && leg.arrives + leg.dayMark, leg.to].filter(Boolean).join(" ");
  return [
    ...(withRoutes ? [`${leg.route}, ${leg.day}`] : []),
    `${departs} -- ${leg.duration} --> ${arrives}`,
    ...(leg.note ? [leg.note] : []),
  ];
}
