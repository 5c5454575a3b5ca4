import { AvinodeError, type AvinodeFailure, type AvinodeFault } from "@liftline/api-client/avinode";
import type { ProblemCode, ProblemField } from "@liftline/schema";
import { DomainError } from "../domain-error.ts";

/** What a failed search means to whoever asked. A search changes nothing at the marketplace, so none is half done. */
const codes = {
  limited: "marketplace.limited",
  unavailable: "marketplace.unavailable",
  unsent: "marketplace.unavailable",
  ambiguous: "marketplace.unavailable",
  conflict: "marketplace.unavailable",
  aborted: "marketplace.unavailable",
  unreadable: "marketplace.unreadable",
  credentials: "marketplace.refused",
  permission: "marketplace.refused",
  "not-found": "marketplace.refused",
  invalid: "marketplace.refused",
  refused: "marketplace.refused",
} satisfies Record<AvinodeFailure, ProblemCode>;

/** A failure of the marketplace in our words; anything else as it is. */
export function marketplaceFailure(error: unknown): unknown {
  if (!(error instanceof AvinodeError)) return error;
  const ours = error.faults.flatMap((fault) => faultInTrip(fault) ?? []);
  const airports = ours.filter(({ path }) => /(from|to)$/.test(path));
  if (airports.length > 0) return new DomainError("airport.unknown", { fields: airports, cause: error });
  if (ours.length > 0) return new DomainError("request.invalid", { fields: ours, cause: error });
  return new DomainError(codes[error.reason], {
    cause: error,
    ...(error.retryAfterMs !== undefined && { retryAfterSeconds: Math.ceil(error.retryAfterMs / 1000) }),
  });
}

const notKnown = "not known to the marketplace";
const notTaken = "not taken by the marketplace";

/** Where in the visitor's request a fault lies, such as `segments[0].startAirport.icao` (`avinode-api.md` A10). */
function faultInTrip({ path = "" }: AvinodeFault): ProblemField | null {
  const [, index, part] = /^segments\[(\d+)\]\.(startAirport|endAirport|dateTime|paxCount)\b/.exec(path) ?? [];
  if (part === "startAirport") return { path: `legs.${index}.from`, message: notKnown };
  if (part === "endAirport") return { path: `legs.${index}.to`, message: notKnown };
  if (part === "dateTime") return { path: `legs.${index}.date`, message: notTaken };
  if (part === "paxCount") return { path: `legs.${index}.passengers`, message: notTaken };
  if (/^criteria\.requiredLift\b/.test(path)) return { path: "categories", message: notKnown };
  if (/^outputCurrencies\b/.test(path)) return { path: "currency", message: notKnown };
  return null;
}
