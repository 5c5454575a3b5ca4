import type { SafetyRating } from "@liftline/schema";

/**
 * Audits that end-clients know, each with its levels: closed lists, so that no free text reaches the page (R3). A level
 * under another spelling (`PLATINUM_ELITE`, `Gold Rated`) is shown in ours.
 */
export const safetyStandards: Record<string, readonly string[]> = {
  ARGUS: ["Gold", "Gold Plus", "Platinum", "Platinum Elite"],
  WYVERN: ["Registered", "Wingman", "Wingman PRO"],
  "IS-BAO": ["Registered", "Stage 1", "Stage 2", "Stage 3"],
  ACSF: ["Registered"],
  BARS: ["Registered", "Bronze", "Silver", "Gold"],
};

const standards = new Map(
  Object.entries(safetyStandards).map(([standard, levels]) => [
    ratingKey(standard),
    { standard, levels: new Map(levels.map((level) => [ratingKey(level), level])) },
  ]),
);

/** The rating as we write it; null for a standard or level that is not on the lists. */
export function listedRating(standard: string, levels: readonly (string | null | undefined)[]): SafetyRating | null {
  const known = standards.get(ratingKey(standard));
  if (!known) return null;
  for (const text of levels) {
    const level = text ? known.levels.get(ratingKey(text)) : undefined;
    if (level) return { standard: known.standard, level };
  }
  return null;
}

function ratingKey(text: string): string {
  return text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/(?<=.)rated$/, "");
}
