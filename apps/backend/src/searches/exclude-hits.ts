import { aircraftCategories, type SafetyMinimum, type SafetyRating } from "@liftline/schema";
import type { AvinodeLift, AvinodeSearchHit } from "@liftline/schema/avinode";
import { categoryName } from "./aircraft-categories.ts";
import { listedRating, meetsMinimum } from "./safety-standards.ts";
import type { SearchSettings } from "./search-settings.ts";
import { entriesOf, fieldsOf, readText, saysYes } from "./unread.ts";

/** Whether a hit is left out, as the broker says. */
export type HitExclusion = (hit: unknown) => boolean;

type Reason = (
  hit: ReturnType<typeof fieldsOf<AvinodeSearchHit>>,
  lift: ReturnType<typeof fieldsOf<AvinodeLift>>,
) => boolean;

const dayMs = 24 * 60 * 60_000;

/**
 * What the marketplace cannot be asked to leave out, or could forget to. Where a rating or a date is missing, the aircraft is
 * left out: it does not show what the broker promises. Null where the broker excludes nothing.
 */
export function createHitExclusion(settings: SearchSettings, now: number): HitExclusion | null {
  const reasons = reasonsOf(settings, now);
  if (reasons.length === 0) return null;
  return (unread) => {
    const hit = fieldsOf<AvinodeSearchHit>(unread);
    const lift = fieldsOf<AvinodeLift>(fieldsOf<AvinodeSearchHit["quote"]>(hit.quote).lift);
    return reasons.some((isExcluded) => isExcluded(hit, lift));
  };
}

function reasonsOf({ categories, safety, exclusions }: SearchSettings, now: number): Reason[] {
  const { ownerApproval, maxScheduleAgeDays } = exclusions;
  const reasons: Reason[] = [];
  const offered = new Set<string>(categories);
  if (offered.size < aircraftCategories.length) {
    reasons.push((_, { aircraftCategory }) => !offered.has(categoryName(readText(aircraftCategory, 100) ?? "")));
  }
  if (ownerApproval) reasons.push((_, { ownerApprovalRequired }) => saysYes(ownerApprovalRequired));
  if (maxScheduleAgeDays !== null) {
    const oldest = now - maxScheduleAgeDays * dayMs;
    // What is no date is not a number, and no number is as young as it takes.
    reasons.push(({ scheduledUpdatedOn }) => !(Date.parse(readText(scheduledUpdatedOn, 40) ?? "") >= oldest));
  }
  if (safety.minimums.length > 0) {
    reasons.push((_, { safetyRatings }) => !meetsAny(entriesOf(safetyRatings), safety.minimums));
  }
  return reasons;
}

function meetsAny(ratings: readonly unknown[], minimums: readonly SafetyMinimum[]): boolean {
  return ratings
    .map(readRating)
    .some((rating) => rating !== null && minimums.some((minimum) => meetsMinimum(rating, minimum)));
}

function readRating(entry: unknown): SafetyRating | null {
  type Rating = NonNullable<AvinodeLift["safetyRatings"]>[number];
  const { standard, levelDisplayName, levelCode } = fieldsOf<Rating>(entry);
  return listedRating(standard, [levelDisplayName, levelCode]);
}
