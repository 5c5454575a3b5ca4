import { DatabaseError } from "pg";
import { expect, test } from "vitest";
import { UniqueConflict } from "./database.ts";
import { postgresError } from "./postgres-error.ts";

function failure(code: string): DatabaseError {
  return Object.assign(new DatabaseError("from the server", 1, "error"), { code });
}

test.each([
  ["disk full", "53100"],
  ["too many connections", "53300"],
  ["lock not available", "55P03"],
  ["statement timeout", "57014"],
  ["shut down by its keeper", "57P01"],
  ["starting up", "57P03"],
  ["connection lost", "08006"],
  ["deadlock, and this one gave way", "40P01"],
  ["what became of the commit is not known", "40003"],
  ["file cannot be read", "58030"],
  ["page broken", "XX001"],
  ["read-only", "25006"],
  ["password changed", "28P01"],
])("%s is a reason to come again", (_what, code) => {
  expect(postgresError(failure(code))).toMatchObject({ code: "storage.unavailable", retryAfterSeconds: 5 });
});

test.each([
  ["a row that is referred to is missing", "23503"],
  ["a column is missing", "42703"],
  ["bad SQL", "42601"],
  ["a batch went on after its failure", "25P02"],
])("%s is a mistake of ours", (_what, code) => {
  const error = failure(code);
  expect(postgresError(error)).toBe(error);
});

test("a taken key is told from both", () => {
  expect(postgresError(failure("23505"))).toBeInstanceOf(UniqueConflict);
});
