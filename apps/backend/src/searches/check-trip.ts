import type { ProblemField, SearchRequest } from "@liftline/schema";
import type { Clock } from "../clock.ts";
import { DomainError } from "../domain-error.ts";

const hourMs = 60 * 60_000;

/** Bytes of category names a search may carry; its token has to stay below what `POST /leads` takes. */
const mostCategoryBytes = 2500;

/** What of a trip the shape of a request cannot tell; also of one that nobody searched. */
export interface TripToCheck extends Pick<SearchRequest, "categories"> {
  legs: readonly { date: string }[];
}

/** Throws `request.invalid`. `within` is where in the request the trip stands, such as `trip.`. */
export function checkTrip(trip: TripToCheck, { clock, within = "" }: { clock: Clock; within?: string }): void {
  // A day is over once it has ended in the last zone on earth to see it, at UTC−12.
  const today = new Date(clock.now() - 12 * hourMs).toISOString().slice(0, 10);
  const fields = trip.legs.flatMap((leg, index): ProblemField[] =>
    leg.date < today ? [{ path: `${within}legs.${index}.date`, message: "must not be in the past" }] : [],
  );
  if (Buffer.byteLength(JSON.stringify(trip.categories ?? [])) > mostCategoryBytes) {
    fields.push({ path: `${within}categories`, message: "too long" });
  }
  if (fields.length > 0) throw new DomainError("request.invalid", { fields });
}
