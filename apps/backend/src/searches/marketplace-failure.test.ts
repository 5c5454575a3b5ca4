import { AvinodeError, type AvinodeFailure } from "@liftline/api-client/avinode";
import { describe, expect, test } from "vitest";
import { DomainError } from "../domain-error.ts";
import { marketplaceFailure } from "./marketplace-failure.ts";

function failureOf(reason: AvinodeFailure, details: Partial<ConstructorParameters<typeof AvinodeError>[0]> = {}) {
  const failure = marketplaceFailure(
    new AvinodeError({ operation: "searches.create", reason, sent: true, ...details }),
  );
  if (!(failure instanceof DomainError)) throw new Error("not translated");
  return failure;
}

describe("R10: a failed search", () => {
  test.each([
    ["limited", "marketplace.limited"],
    ["unavailable", "marketplace.unavailable"],
    ["unsent", "marketplace.unavailable"],
    ["unreadable", "marketplace.unreadable"],
    ["credentials", "marketplace.refused"],
    ["permission", "marketplace.refused"],
    ["invalid", "marketplace.refused"],
    ["refused", "marketplace.refused"],
  ] satisfies [AvinodeFailure, string][])("%s is told as %s", (reason, code) => {
    expect(failureOf(reason).code).toBe(code);
  });

  test("R12: says when to come back", () => {
    expect(failureOf("limited", { retryAfterMs: 7001 }).retryAfterSeconds).toBe(8);
  });

  test.each([
    ["segments[0].startAirport", "airport.unknown", "legs.0.from"],
    ["segments[2].endAirport.icao", "airport.unknown", "legs.2.to"],
    ["segments[1].dateTime", "request.invalid", "legs.1.date"],
    ["segments[1].dateTime.date", "request.invalid", "legs.1.date"],
    ["segments[0].paxCount", "request.invalid", "legs.0.passengers"],
    ["outputCurrencies", "request.invalid", "currency"],
    ["criteria.requiredLift[1]", "request.invalid", "categories"],
  ])("a fault at %s names the visitor's own field", (path, code, field) => {
    const failure = failureOf("invalid", { status: 422, faults: [{ path }] });
    expect([failure.code, failure.fields?.map((fault) => fault.path)]).toEqual([code, [field]]);
  });

  test("what is no failure of the marketplace stays what it is", () => {
    const bug = new TypeError("x");
    expect(marketplaceFailure(bug)).toBe(bug);
  });
});
