import type { SearchRequestInput } from "@liftline/schema";
import { toQuery } from "./to-query.ts";

/** A trip that is to be opened elsewhere. */
export interface SharedTrip {
  /** The broker's public key. */
  embedKey: string;
  legs: SearchRequestInput["legs"];
  /** ISO 4217. */
  currency?: string | null | undefined;
  /** BCP 47: the language of the page. Without it whoever opens the link gets their own. */
  lang?: string;
}

/**
 * Path of the page that shows a trip, below the backend's address: `/t/pk_demo/EGGW-KTEB-20261213-1100-7`. Legs are joined by
 * `_`; a time is `1100`, `a1100` (arrival) or `open`; the last number is passengers. There is nothing of a person in it, and
 * nothing that expires.
 */
export function tripPath({ embedKey, legs, currency, lang }: SharedTrip): string {
  return `/t/${embedKey}/${legs.map(writeLeg).join("_")}${toQuery({ currency, lang })}`;
}

function writeLeg({ from, to, date, time, timeMeans, passengers }: SharedTrip["legs"][number]): string {
  const clock = time ? (timeMeans === "arrival" ? "a" : "") + time : "open";
  return [from, to, date.replace(/[-:]/g, ""), clock.replace(":", ""), passengers].join("-");
}
