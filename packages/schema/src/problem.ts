import { z } from "zod";

/** Every way a request can fail, in one union. A code is `noun.reason` and never changes its meaning. */
export const ProblemCode = z.enum([
  /** 400: the body or query does not fit; `errors` says where. */
  "request.invalid",
  /** 400: `POST /leads` needs an `Idempotency-Key`. */
  "request.idempotency-key-missing",
  /** 422: this `Idempotency-Key` came with another body before. */
  "request.idempotency-key-reused",
  /** 413 */
  "request.too-large",
  /** 415: the body must be `application/json`. */
  "request.unsupported-type",
  /** 404 */
  "route.unknown",
  /** 405 */
  "route.method-unsupported",
  /** 403: no broker has this embed key. */
  "embed-key.unknown",
  /** 403: the broker does not list this origin. */
  "origin.refused",
  /** 429: too many requests from this address; see `Retry-After`. */
  "rate.limited",
  /** 422: the marketplace does not know an airport of the trip; `errors` says which. */
  "airport.unknown",
  /** 410: the answer is too old to book from; search again. */
  "search.expired",
  /** 409: a request was already sent from this search; a second one needs a new search (R19). */
  "search.spent",
  /** 422: an option is not one that was shown; one code for every kind of bad token. */
  "option.unavailable",
  /** 404 */
  "photo.unavailable",
  /** 401: a notification without the broker's credentials, or with wrong or used ones; the same for an unknown broker. */
  "notification.unauthorized",
  /** 403: a notification of the live marketplace at an instance that is not live (R13). */
  "notification.refused",
  /** 503: the marketplace does not answer; see `Retry-After`. */
  "marketplace.unavailable",
  /** 503: the call budget is spent; see `Retry-After`. */
  "marketplace.limited",
  /** 502: the marketplace refused the call (credentials, permission, input). */
  "marketplace.refused",
  /** 502: the marketplace's answer cannot be read. */
  "marketplace.unreadable",
  /** 503: the database cannot take it now; see `Retry-After`. */
  "storage.unavailable",
  /** 500 */
  "internal",
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** One fault in the input: where (`legs.0.date`) and what. */
export const ProblemField = z.strictObject({ path: z.string(), message: z.string() });
export type ProblemField = z.infer<typeof ProblemField>;

/** RFC 9457 problem details, `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ProblemCode,
  detail: z.string().optional(),
  errors: z.array(ProblemField).optional(),
  /** Say it to support: it finds the log line. */
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;
