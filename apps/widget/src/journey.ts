import type { ApiErrorCode } from "@liftline/api-client";
import type { LeadReceipt, ProblemField, SearchResponse } from "@liftline/schema";
import type { LiftlineEvent } from "./events.ts";
import type { Fault } from "./searches/check-trip.ts";
import { formReducer } from "./searches/form-reducer.ts";
import { readFaults } from "./searches/read-faults.ts";
import type { Trip } from "./searches/trip.ts";

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
  | { step: "received"; trip: Trip; answer: SearchResponse; chosen: readonly string[]; receipt: LeadReceipt };

export interface RequestingJourney {
  step: "requesting";
  trip: Trip;
  answer: SearchResponse;
  /** Tokens of the chosen options, in the order of choice. */
  chosen: readonly string[];
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
  const { trip } = journey;
  switch (action.type) {
    case "trip-faulted":
      return journey.step === "searching" ? { ...journey, faults: action.faults } : journey;
    case "search-submitted":
      return journey.step === "waiting" ? journey : { step: "waiting", trip: action.trip };
    case "search-answered":
      if (journey.step !== "waiting") return journey;
      return action.answer.options.length === 0
        ? { step: "empty", trip }
        : { step: "choosing", trip, answer: action.answer, chosen: [] };
    case "search-failed":
      return journey.step === "waiting" ? failedSearch(trip, action.failure) : journey;
    case "trip-reopened":
      return journey.step === "requesting" && journey.sending ? journey : { step: "searching", trip, faults: [] };
    case "request-restored":
      return journey.step === "searching" ? action.journey : journey;
    default:
      return formReducer(bookingReducer(journey, action), action);
  }
}

/** Where the backend names a field, the form is where it is put right. */
function failedSearch(trip: Trip, failure: Failure): Journey {
  const faults = readFaults(failure.errors, trip);
  return faults.length > 0 ? { step: "searching", trip, faults } : { step: "failed", trip, failure };
}

function bookingReducer(journey: Journey, action: Action): Journey {
  switch (action.type) {
    case "option-toggled":
      if (journey.step === "requesting") return withoutOption(journey, action.token);
      return journey.step === "choosing" ? { ...journey, chosen: toggled(journey, action.token) } : journey;
    case "request-opened":
      return journey.step === "choosing" && journey.chosen.length > 0
        ? { ...journey, step: "requesting", sending: false, failure: null }
        : journey;
    case "options-reopened":
      return journey.step === "requesting" && !journey.sending
        ? { step: "choosing", trip: journey.trip, answer: journey.answer, chosen: journey.chosen }
        : journey;
    case "lead-sent":
      return journey.step === "requesting" ? { ...journey, sending: true, failure: null } : journey;
    case "lead-failed":
      return journey.step === "requesting" ? { ...journey, sending: false, failure: action.failure } : journey;
    case "lead-received":
      if (journey.step !== "requesting") return journey;
      return {
        step: "received",
        trip: journey.trip,
        answer: journey.answer,
        chosen: journey.chosen,
        receipt: action.receipt,
      };
    default:
      return journey;
  }
}

/** On the request an option can only be taken out; with the last one the visitor is back among the options. */
function withoutOption(journey: RequestingJourney, token: string): Journey {
  if (journey.sending) return journey;
  const { trip, answer } = journey;
  const chosen = journey.chosen.filter((other) => other !== token);
  return chosen.length > 0 ? { ...journey, chosen, failure: null } : { step: "choosing", trip, answer, chosen };
}

function toggled(journey: JourneyAt<"choosing">, token: string): readonly string[] {
  if (journey.chosen.includes(token)) return journey.chosen.filter((chosen) => chosen !== token);
  const shown = journey.answer.options.some((option) => option.token === token);
  return shown && journey.chosen.length < MAX_CHOSEN ? [...journey.chosen, token] : journey.chosen;
}
