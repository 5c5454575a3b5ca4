import type { LiftlineEventName, LiftlineEvents } from "./event-details.ts";
import type { Action, Journey } from "./journey.ts";
import { toSearchRequest } from "./searches/to-search-request.ts";

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
