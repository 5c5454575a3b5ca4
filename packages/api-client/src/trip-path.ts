import type { SearchRequestInput } from "@liftline/schema";

/** A trip that is to be opened elsewhere. */
export interface SharedTrip {
  /** The broker's public key. */
  embedKey: string;
  legs: SearchRequestInput["legs"];
  /** ISO 4217. */
  currency?: string | null;
  /** BCP 47: the language of the page. Without it whoever opens the link gets their own. */
  lang?: string;
}

/**
 * Path of the page that shows a trip, below the backend's address: `/t/pk_demo/EGGW-KTEB-20261213-1100-7`. Legs are joined by
 * `_`; a time is `1100`, `a1100` (arrival) or `open`; the last number is passengers. There is nothing of a person in it, and
 * nothing that expires.
 */
export function tripPath({ embedKey, legs, currency, lang }: SharedTrip): string {
  const query = new URLSearchParams({ ...(currency && { currency }), ...(lang && { lang }) }).toString();
  return `/t/${embedKey}/${legs.map(writeLeg).join("_")}${query && `?${query}`}`;
}

function writeLeg({ from, to, date, time, timeMeans, passengers }: SearchRequestInput["legs"][number]): string {
  const clock = time ? (timeMeans === "arrival" ? "a" : "") + time.replace(":", "") : "open";
  return [from, to, date.replaceAll("-", ""), clock, passengers].join("-");
}
