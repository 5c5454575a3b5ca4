import type {
  AvinodeAirport,
  AvinodeEmptyLeg,
  AvinodeLeadRequest,
  AvinodeRfq,
  AvinodeTrip,
  AvinodeTripMessage,
} from "@liftline/schema/avinode";
import type { LeadReceipt, SearchResponse } from "@liftline/schema";
import { describe, expectTypeOf, test } from "vitest";
import {
  type AvinodeError,
  connectAvinode,
  createAvinodeClient,
  type createSchedules,
  type AvinodeAuth,
  type AvinodeClient,
  type AvinodeClientOptions,
  type AvinodeConnection,
  type AvinodeFailure,
  type AvinodeOperation,
  type AvinodeTarget,
  type ReadLead,
} from "../src/avinode/index.ts";
import type { ApiError, ApiErrorCode, Client } from "../src/index.ts";
import type { operationCases } from "./operation-cases.ts";
import type { Resources } from "./world.ts";

/** The compiler is the test: `npm test` checks the types of this file, running it proves only that it loads. */

describe("the types of the marketplace's client", () => {
  test("have one name for each operation", () => {
    expectTypeOf<keyof typeof operationCases>().toEqualTypeOf<AvinodeOperation>();
    expectTypeOf<AvinodeError["operation"]>().toEqualTypeOf<AvinodeOperation | "token">();
    expectTypeOf<AvinodeFailure>().toEqualTypeOf<
      | "limited"
      | "unavailable"
      | "unsent"
      | "ambiguous"
      | "unreadable"
      | "credentials"
      | "permission"
      | "not-found"
      | "conflict"
      | "invalid"
      | "refused"
      | "aborted"
    >();
  });

  test("say what a connection needs", () => {
    expectTypeOf(createAvinodeClient).parameters.toEqualTypeOf<[AvinodeClientOptions]>();
    expectTypeOf(createAvinodeClient).returns.toEqualTypeOf<AvinodeClient>();
    expectTypeOf(connectAvinode).returns.toEqualTypeOf<AvinodeConnection>();
    expectTypeOf<AvinodeAuth["kind"]>().toEqualTypeOf<"token" | "clientCredentials">();
    const auth = { kind: "token", token: "t" } as const;
    const needed = { baseUrl: "https://marketplace.example/api", product: "Desk v1.0", apiToken: "a", auth };
    expectTypeOf(needed).toExtend<AvinodeClientOptions>();
    expectTypeOf<Omit<typeof needed, "product">>().not.toExtend<AvinodeClientOptions>();
    expectTypeOf<Omit<typeof needed, "apiToken">>().not.toExtend<AvinodeClientOptions>();
    expectTypeOf<{ kind: "cookie"; token: string }>().not.toExtend<AvinodeAuth>();
  });

  test("say what comes back", () => {
    expectTypeOf<Awaited<ReturnType<Resources["airports"]["search"]>>>().toEqualTypeOf<AvinodeAirport[]>();
    expectTypeOf<Awaited<ReturnType<Resources["leads"]["create"]>>>().toEqualTypeOf<ReadLead>();
    expectTypeOf<Awaited<ReturnType<Resources["emptyLegs"]["read"]>>>().toEqualTypeOf<AvinodeEmptyLeg>();
    expectTypeOf<Awaited<ReturnType<Resources["rfqs"]["create"]>>>().toEqualTypeOf<AvinodeTrip>();
    expectTypeOf<Awaited<ReturnType<Resources["rfqs"]["read"]>>>().toEqualTypeOf<AvinodeRfq>();
    expectTypeOf<Awaited<ReturnType<Resources["tripMessages"]["decline"]>>>().toEqualTypeOf<AvinodeTripMessage>();
    // Hits are to be parsed by whoever knows which fields it asked for.
    expectTypeOf<Awaited<ReturnType<Resources["searches"]["create"]>>["results"]>().toEqualTypeOf<unknown[]>();
  });

  test("do not let through what the rules forbid", () => {
    expectTypeOf<Omit<AvinodeLeadRequest, "clientIdentifier">>().not.toExtend<AvinodeLeadRequest>();
    expectTypeOf<AvinodeLeadRequest["clientIdentifier"]>().toBeString();
    // Five minutes between uploads are not to be had for less.
    expectTypeOf<NonNullable<Parameters<typeof createSchedules>[1]>>().not.toHaveProperty("intervalMs");
    expectTypeOf<AvinodeTarget>().toEqualTypeOf<string | { href?: string | null | undefined }>();
    expectTypeOf<keyof AvinodeError>().not.toEqualTypeOf<keyof AvinodeError | "url" | "body" | "headers">();
  });
});

describe("the types of our own client", () => {
  test("are those of the contract", () => {
    expectTypeOf<Awaited<ReturnType<Client["searchOptions"]>>>().toEqualTypeOf<SearchResponse>();
    expectTypeOf<Awaited<ReturnType<Client["submitLead"]>>>().toEqualTypeOf<LeadReceipt>();
    expectTypeOf<Parameters<Client["submitLead"]>[1]>().toExtend<{ idempotencyKey: string }>();
    expectTypeOf<ApiError["code"]>().toEqualTypeOf<ApiErrorCode>();
    expectTypeOf<ApiErrorCode>().toExtend<string>();
    expectTypeOf<"network" | "timeout" | "option.unavailable">().toExtend<ApiErrorCode>();
  });
});
