import type { ProblemCode } from "@liftline/schema";

/**
 * The element's events, versioned API: names and fields never change meaning. They bubble and are composed. No detail
 * ever tells who the visitor is.
 */
export interface LiftlineEvents {
  /** The visitor asked for aircraft. `passengers` is the number of people, `legs` the codes and days asked for. */
  "liftline-search-submitted": {
    legs: readonly { from: string; to: string; date: string }[];
    passengers: number;
  };
  /** An answer is on screen; `count` may be 0. */
  "liftline-options-shown": { count: number; currency: string };
  /** An option was added to or taken off the choice; `count` is how many are chosen now. */
  "liftline-option-selected": { category: string; type: string | null; selected: boolean; count: number };
  /** The broker has the request. */
  "liftline-lead-submitted": { reference: string; count: number };
  /** A search or a request came to nothing. `code` is one of the problem codes, or none came: `network`, `timeout`. */
  "liftline-failed": { code: ProblemCode | "network" | "timeout" };
}

export type LiftlineEventName = keyof LiftlineEvents;
