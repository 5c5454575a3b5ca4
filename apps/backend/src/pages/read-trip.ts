import { SearchRequest, type SearchLeg } from "@liftline/schema";

const leg = /^([A-Za-z0-9]{2,8})-([A-Za-z0-9]{2,8})-(\d{4})(\d\d)(\d\d)-(open|a?\d{4})-(\d{1,3})$/;

/** Eight legs at their longest, and no more to look at. */
const longestText = 300;

/**
 * The legs that `tripPath` of the API client wrote; null for whatever it would not have written. A trip is no secret and binds
 * nobody, so its path is not sealed: it is read by one grammar and then by the schema of a search.
 */
export function readTrip(text: string): SearchLeg[] | null {
  if (text.length > longestText) return null;
  const legs = text.split("_").map(readLeg);
  const read = SearchRequest.shape.legs.safeParse(legs);
  return read.success ? read.data : null;
}

function readLeg(text: string): unknown {
  const [match, from = "", to = "", year, month, day, clock = "", passengers] = leg.exec(text) ?? [];
  if (match === undefined) return null;
  return {
    from: from.toUpperCase(),
    to: to.toUpperCase(),
    date: `${year}-${month}-${day}`,
    time: clock === "open" ? null : `${clock.slice(-4, -2)}:${clock.slice(-2)}`,
    timeMeans: clock.startsWith("a") ? "arrival" : "departure",
    passengers: Number(passengers),
  };
}
