import { describe, expect, test } from "vitest";
import { memoryStorage } from "../../test/memory-storage.ts";
import type { TabStorage } from "../widget-context.ts";
import { createAttempts, randomKey, type AttemptCollaborators } from "./attempts.ts";

const search = "sealed-search";

function collaborators(storage: TabStorage): AttemptCollaborators {
  let count = 0;
  return { storage, newKey: () => `key-${++count}`, now: () => new Date(Date.UTC(2026, 11, 1, 10, count)) };
}

describe("one attempt", () => {
  test("R12 of reliability.md §2: a double tap and a retry have one key and one moment of consent", () => {
    const attemptFor = createAttempts(collaborators(memoryStorage()));
    expect(attemptFor(search)).toEqual(attemptFor(search));
  });

  test("R12 of reliability.md §2: survives a reload of the page", () => {
    const storage = memoryStorage();
    const before = createAttempts(collaborators(storage))(search);
    expect(createAttempts({ ...collaborators(storage), newKey: () => "another" })(search)).toEqual(before);
  });

  test("R12 of reliability.md §2: is found again after something else was asked for between", () => {
    const attemptFor = createAttempts(collaborators(memoryStorage()));
    const first = attemptFor(search);
    expect(attemptFor("another search").key).not.toBe(first.key);
    expect(attemptFor(search)).toEqual(first);
  });

  test("R12 of reliability.md §2: is one in a tab that keeps nothing, as long as the form is there", () => {
    const attemptFor = createAttempts(collaborators({ read: () => null, write: () => undefined }));
    expect(attemptFor(search)).toEqual(attemptFor(search));
  });

  test.each([null, "{", [{ hash: 1 }]])("starts anew where the tab holds %j", (held) => {
    const attemptFor = createAttempts(collaborators({ read: () => held, write: () => undefined }));
    expect(attemptFor(search)).toMatchObject({ key: "key-1" });
  });
});

test("a key is long, and new each time", () => {
  expect(randomKey()).toMatch(/^\d+(-\d+){3}$/);
  expect(randomKey()).not.toBe(randomKey());
});
