import { safetyStandards, type SafetyMinimum, type SafetyRating } from "@liftline/schema";

/** By our spelling too: most come so, and need no reducing. */
const standards = new Map(
  Object.entries(safetyStandards).flatMap(([standard, levels]) => {
    const levelsByText = new Map(levels.flatMap((level) => bySpelling(level, level)));
    return bySpelling(standard, { standard, levels: levelsByText });
  }),
);

/** Whether a rating is at least what is asked for: levels are listed lowest first. */
export function meetsMinimum(rating: SafetyRating, { standard, level }: SafetyMinimum): boolean {
  const levels = safetyStandards[standard] ?? [];
  return rating.standard === standard && levels.indexOf(rating.level) >= levels.indexOf(level);
}

/** The rating as we write it; null for a standard or level that is not on the lists. The first level that is, counts. */
export function listedRating(standard: unknown, levels: readonly unknown[]): SafetyRating | null {
  const known = findSpelling(standards, standard);
  if (!known) return null;
  for (const text of levels) {
    const level = findSpelling(known.levels, text);
    if (level) return { standard: known.standard, level };
  }
  return null;
}

function bySpelling<Known>(text: string, known: Known): [string, Known][] {
  return [
    [text, known],
    [ratingKey(text), known],
  ];
}

function findSpelling<Known>(known: ReadonlyMap<string, Known>, text: unknown): Known | undefined {
  return typeof text === "string" ? (known.get(text) ?? known.get(ratingKey(text))) : undefined;
}

function ratingKey(text: string): string {
  return text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/(?<=.)rated$/, "");
}
