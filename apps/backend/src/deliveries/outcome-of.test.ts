import { AvinodeError, type AvinodeFailure } from "@liftline/api-client/avinode";
import { expect, test } from "vitest";
import { outcomeOf } from "./outcome-of.ts";

function failure(reason: AvinodeFailure, details: { effect?: "none" | "unknown"; retryAfterMs?: number } = {}) {
  return new AvinodeError({ operation: "leads.create", reason, sent: true, ...details });
}

test.each<[AvinodeFailure, string]>([
  ["limited", "deferred"],
  ["unavailable", "deferred"],
  ["unsent", "deferred"],
  ["aborted", "deferred"],
  ["ambiguous", "unknown"],
  ["unreadable", "unknown"],
  ["conflict", "unknown"],
  ["credentials", "blocked_creds"],
  ["permission", "blocked_creds"],
  ["not-found", "manual"],
  ["invalid", "manual"],
  ["refused", "manual"],
])("R10: %s leads to %s", (reason, state) => {
  expect(outcomeOf(failure(reason))).toMatchObject({ state, reason });
});

test("whatever may have had its effect is unknown, whatever it is called", () => {
  expect(outcomeOf(failure("aborted", { effect: "unknown" }))).toMatchObject({ state: "unknown" });
  expect(outcomeOf(failure("unavailable", { effect: "unknown" }))).toMatchObject({ state: "unknown" });
});

test("R12: the marketplace's own wish is the wait, and costs no try", () => {
  expect(outcomeOf(failure("limited", { retryAfterMs: 7000 }))).toMatchObject({ wait: 7000, counts: false });
});

test("a fault of our own is unknown and says nothing of what it was about", () => {
  expect(outcomeOf(new TypeError("jo@example.com"))).toEqual({
    state: "unknown",
    reason: "internal",
    wait: "backoff",
    counts: true,
  });
});
