import type { ApiErrorCode } from "@liftline/api-client";
import type { LeadReceipt, Option, ProblemField, SearchResponse } from "@liftline/schema";
import type { LiftlineEvent } from "./events.ts";
import type { Fault } from "./searches/check-trip.ts";
import { formReducer } from "./searches/form-reducer.ts";
import { readFaults } from "./searches/read-faults.ts";
import type { Trip } from "./searches/trip.ts";
import { toggled } from "./toggled.ts";

/** Why the backend could not help, in the terms a screen needs. */
export interface Failure {
  /** `offline`: no answer reached us · `limited`: too many calls, wait · `refused`: the rest. */
  kind: "offline" | "limited" | "refused";
  code: ApiErrorCode;
  /** For support; null where no answer came. */
  requestId: string | null;
  retryAfterSeconds: number | null;
  /** The input that the backend finds fault with. */
  errors: readonly ProblemField[];
}

/** Where the visitor is. Every step keeps the trip, so that there is always a way back with nothing lost. */
export type Journey =
  | { step: "searching"; trip: Trip; faults: readonly Fault[] }
  | { step: "waiting"; trip: Trip }
  | { step: "failed"; trip: Trip; failure: Failure }
  | { step: "empty"; trip: Trip }
  | { step: "choosing"; trip: Trip; answer: SearchResponse; chosen: readonly string[] }
  | RequestingJourney
  | (Asked & { step: "received"; receipt: LeadReceipt });

/** What a request is about: options of an answer, or, where no search helped, the trip as it is. */
export interface Asked {
  trip: Trip;
  /** Null: the trip alone. */
  answer: SearchResponse | null;
  /** Tokens of the chosen options, in the order of choice. */
  chosen: readonly string[];
}

export interface RequestingJourney extends Asked {
  step: "requesting";
  /** True while the request is on its way: the form is locked. */
  sending: boolean;
  failure: Failure | null;
}

/** The journey at one step: what that step's screen is given. */
export type JourneyAt<Step extends Journey["step"]> = Extract<Journey, { step: Step }>;

/** What can happen. Past tense: an action reports, the reducer decides. */
export type Action =
  | { type: "trip-edited"; trip: Trip }
  | { type: "trip-faulted"; faults: readonly Fault[] }
  | { type: "search-submitted"; trip: Trip }
  | { type: "search-answered"; answer: SearchResponse }
  | { type: "search-failed"; failure: Failure }
  /** The visitor wants the form back, from any step. */
  | { type: "trip-reopened" }
  | { type: "option-toggled"; token: string }
  /** With what is chosen; from a step without options, for the trip as it is. */
  | { type: "request-opened" }
  /** Back from the request to the options. */
  | { type: "options-reopened" }
  | { type: "lead-sent" }
  | { type: "lead-failed"; failure: Failure }
  | { type: "lead-received"; receipt: LeadReceipt }
  /** The page was reloaded in the middle of a request. */
  | { type: "request-restored"; journey: JourneyAt<"requesting" | "received"> };

export type Dispatch = (action: Action) => void;

/** How the journey moves, and what the page hears of a move. */
export interface JourneyRules {
  reduce: (journey: Journey, action: Action) => Journey;
  eventOf: (action: Action, before: Journey, after: Journey) => LiftlineEvent | null;
}

/** As many options as one request may name (contract §3). */
export const MAX_CHOSEN = 10;

/** The next place of the journey. An action that does not fit the step (a late answer, a double tap) changes nothing. */
export function journeyReducer(journey: Journey, action: Action): Journey {
  const { step, trip } = journey;
  const sending = step === "requesting" && journey.sending;
  if (action.type === "search-submitted" && step !== "waiting") return { step: "waiting", trip: action.trip };
  if (action.type === "trip-reopened" && !sending) return { step: "searching", trip, faults: [] };
  if (action.type === "request-opened" && !("answer" in journey))
    return { step: "requesting", trip, answer: null, chosen: [], sending: false, failure: null };
  switch (step) {
    case "searching":
      if (action.type === "trip-faulted") return { ...journey, faults: action.faults };
      return action.type === "request-restored" ? action.journey : formReducer(journey, action);
    case "waiting":
      return whileWaiting(journey, action);
    case "choosing":
      return whileChoosing(journey, action);
    case "requesting":
      return whileRequesting(journey, action);
    default:
      return journey;
  }
}

/** The chosen options, in the order of choice. */
export function chosenOptions({ answer, chosen }: Omit<Asked, "trip">): Option[] {
  return chosen.flatMap((token) => answer?.options.find((option) => option.token === token) ?? []);
}

function whileWaiting(journey: JourneyAt<"waiting">, action: Action): Journey {
  const { trip } = journey;
  if (action.type === "search-answered") {
    const { answer } = action;
    return answer.options.length > 0 ? { step: "choosing", trip, answer, chosen: [] } : { step: "empty", trip };
  }
  if (action.type !== "search-failed") return journey;
  // Where the backend names a field, the form is where it is put right.
  const faults = readFaults(action.failure.errors, trip);
  return faults.length > 0 ? { step: "searching", trip, faults } : { step: "failed", trip, failure: action.failure };
}

function whileChoosing(journey: JourneyAt<"choosing">, action: Action): Journey {
  if (action.type === "request-opened" && journey.chosen.length > 0)
    return { ...journey, step: "requesting", sending: false, failure: null };
  if (action.type !== "option-toggled") return journey;
  const chosen = toggled(journey.chosen, action.token);
  // More than fit, or one that is not on the list: nothing happens.
  const fits = chosen.length <= MAX_CHOSEN && chosenOptions({ ...journey, chosen }).length === chosen.length;
  return fits ? { ...journey, chosen } : journey;
}

function whileRequesting(journey: RequestingJourney, action: Action): Journey {
  const { sending, failure: _, ...asked } = journey;
  const { answer } = asked;
  if (action.type === "lead-sent") return { ...journey, sending: true, failure: null };
  if (action.type === "lead-failed") return { ...journey, sending: false, failure: action.failure };
  if (action.type === "lead-received") return { ...asked, step: "received", receipt: action.receipt };
  if (sending || !answer) return journey;
  if (action.type === "options-reopened") return { ...asked, step: "choosing", answer };
  if (action.type !== "option-toggled") return journey;
  // Here an option can only be taken out; with the last one the visitor is back among the options.
  const chosen = asked.chosen.filter((other) => other !== action.token);
  return chosen.length > 0 ? { ...journey, chosen, failure: null } : { ...asked, step: "choosing", answer, chosen };
}
