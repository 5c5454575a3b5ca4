import type { Action, Failure, Journey } from "./journey.ts";
import { toSearchRequest } from "./searches/to-search-request.ts";

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
  /** A search or a request came to nothing. `code` is one of the problem codes, or `network`. */
  "liftline-failed": { code: Failure["code"] };
}

export type LiftlineEventName = keyof LiftlineEvents;

/** An event with its detail, before it is sent. */
export type LiftlineEvent = {
  [Name in LiftlineEventName]: { name: Name; detail: LiftlineEvents[Name] };
}[LiftlineEventName];

/** The event that a move of the journey means to the page, or null. A move that changed nothing means nothing. */
export function eventOf(action: Action, before: Journey, after: Journey): LiftlineEvent | null {
  if (before === after) return null;
  switch (action.type) {
    case "search-submitted":
      return { name: "liftline-search-submitted", detail: tripDetail(after) };
    case "search-answered": {
      const { options, currency } = action.answer;
      return { name: "liftline-options-shown", detail: { count: options.length, currency } };
    }
    case "option-toggled":
      return selectionOf(action.token, after);
    case "lead-received": {
      const count = after.step === "received" ? after.chosen.length : 0;
      return { name: "liftline-lead-submitted", detail: { reference: action.receipt.reference, count } };
    }
    case "search-failed":
    case "lead-failed":
      return { name: "liftline-failed", detail: { code: action.failure.code } };
    default:
      return null;
  }
}

function tripDetail({ trip }: Journey): LiftlineEvents["liftline-search-submitted"] {
  const { legs } = toSearchRequest(trip, "");
  return { legs: legs.map(({ from, to, date }) => ({ from, to, date })), passengers: trip.passengers };
}

function selectionOf(token: string, journey: Journey): LiftlineEvent | null {
  if (journey.step !== "choosing" && journey.step !== "requesting") return null;
  const option = journey.answer?.options.find((candidate) => candidate.token === token);
  if (!option) return null;
  const selected = journey.chosen.includes(token);
  const { category, type } = option;
  return { name: "liftline-option-selected", detail: { category, type, selected, count: journey.chosen.length } };
}
