import type { LiftlineEvent } from "../events.ts";
import type { Action, Journey } from "../journey.ts";
import { flownLegs } from "./trip.ts";

/** The event of a search that was sent off: all that the page hears of the form. The whole is `eventOf`. */
export function searchSubmitted(action: Action, before: Journey, { trip, step }: Journey): LiftlineEvent | null {
  if (action.type !== "search-submitted" || before.step === step) return null;
  const legs = flownLegs(trip).map(({ from, to, date }) => ({ from: from?.code ?? "", to: to?.code ?? "", date }));
  return { name: "liftline-search-submitted", detail: { legs, passengers: trip.passengers } };
}
