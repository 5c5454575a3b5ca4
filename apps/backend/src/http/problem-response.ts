import type { Problem, ProblemCode } from "@liftline/schema";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DomainError } from "../domain-error.ts";
import type { Log } from "../log.ts";
import type { AppEnv } from "./context.ts";

/** The only place where a code meets a status; a new code does not compile until it has one. */
export const problems = {
  "request.invalid": { status: 400, title: "The request does not fit" },
  "request.idempotency-key-missing": { status: 400, title: "The Idempotency-Key header is missing" },
  "request.idempotency-key-reused": { status: 422, title: "This Idempotency-Key came with another body before" },
  "request.too-large": { status: 413, title: "The body is too large" },
  "request.unsupported-type": { status: 415, title: "The body must be application/json in UTF-8" },
  "route.unknown": { status: 404, title: "There is nothing here" },
  "route.method-unsupported": { status: 405, title: "This address does not take that method" },
  "embed-key.unknown": { status: 403, title: "No broker has this embed key" },
  "origin.refused": { status: 403, title: "This website may not use this embed key" },
  "rate.limited": { status: 429, title: "Too many requests, try again later" },
  "airport.unknown": { status: 422, title: "An airport of the trip is not known" },
  "search.expired": { status: 410, title: "These options are too old, search again" },
  "search.spent": { status: 409, title: "A request was already sent from this search, search again" },
  "option.unavailable": { status: 422, title: "An option is not available" },
  "photo.unavailable": { status: 404, title: "There is no such photo" },
  "notification.unauthorized": { status: 401, title: "The sender is not who it should be" },
  "notification.refused": { status: 403, title: "This instance takes no notifications of the live marketplace" },
  "marketplace.unavailable": { status: 503, title: "The marketplace does not answer" },
  "marketplace.limited": { status: 503, title: "The marketplace takes no more calls for now" },
  "marketplace.refused": { status: 502, title: "The marketplace refused the call" },
  "marketplace.unreadable": { status: 502, title: "The marketplace's answer cannot be read" },
  "storage.unavailable": { status: 503, title: "The request cannot be stored now, try again" },
  internal: { status: 500, title: "Something went wrong" },
} satisfies Record<ProblemCode, { status: ContentfulStatusCode; title: string }>;

/** Where the caller is told to come back but nobody knows when, in seconds. */
const defaultRetryAfterSeconds = 5;

/** RFC 9457. What went wrong inside stays inside: only a code, its fixed words and the faults in the input leave. */
export function problemResponse(context: Context<AppEnv>, error: DomainError): Response {
  const { status, title } = problems[error.code];
  const body: Problem = {
    type: `urn:liftline:problem:${error.code}`,
    title,
    status,
    code: error.code,
    ...(error.fields && { errors: error.fields }),
    requestId: context.get("requestId"),
  };
  if (status === 429 || status === 503 || error.retryAfterSeconds !== undefined) {
    context.header("Retry-After", String(Math.max(1, Math.ceil(error.retryAfterSeconds ?? defaultRetryAfterSeconds))));
  }
  context.header("Content-Type", "application/problem+json; charset=utf-8");
  return context.body(JSON.stringify(body), status);
}

/** For `app.onError`: what is not a `DomainError` is our fault, is logged without its message and told as `internal`. */
export function createErrorHandler(log: Log): (error: Error, context: Context<AppEnv>) => Response {
  return (error, context) => {
    const known = error instanceof DomainError ? error : new DomainError("internal", { cause: error });
    if (problems[known.code].status >= 500) {
      log.error("request.failed", { requestId: context.get("requestId"), code: known.code, ...describeFault(known) });
    }
    return problemResponse(context, known);
  };
}

/** Kind and place of a fault. Its message stays out: it may quote the input (R8). */
function describeFault(error: DomainError): { cause?: string; at?: string } {
  const { cause } = error;
  if (!(cause instanceof Error)) return {};
  const frames = (cause.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    cause: cause.name,
    at: frames
      .slice(0, 8)
      .map((frame) => frame.trim().slice(3))
      .join(" < "),
  };
}
