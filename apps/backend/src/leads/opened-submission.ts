import type { AskedTrip } from "./ask-trip.ts";
import type { Choice } from "./open-choice.ts";
import type { Submission } from "./submission.ts";

/** A submission that has been read, and the keyed hashes it will be recognised by. */
export interface OpenedSubmission {
  submission: Submission;
  wish: Choice | AskedTrip;
  hashes: { key: string; body: string; searches: readonly string[] };
  /** Whether this host sends mail. */
  canMail: boolean;
}
