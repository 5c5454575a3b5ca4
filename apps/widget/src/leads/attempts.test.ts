import { describe, expect, test } from "vitest";
import type { TabStorage } from "../widget-context.ts";
import { createAttempts, randomKey, type AttemptCollaborators } from "./attempts.ts";

const content = { search: "sealed", contact: { name: "Jo Smith", email: "jo@example.com", phone: "+46701234567" } };

function memoryStorage(): TabStorage & { text: () => string } {
  const held = new Map<string, string>();
  return {
    read: (name) => JSON.parse(held.get(name) ?? "null"),
    write: (name, value) => void held.set(name, JSON.stringify(value)),
    text: () => [...held.values()].join(),
  };
}

function collaborators(storage: TabStorage): AttemptCollaborators {
  let count = 0;
  return { storage, newKey: () => `key-${++count}`, now: () => new Date(Date.UTC(2026, 11, 1, 10, count)) };
}

describe("one attempt", () => {
  test("R12 of reliability.md §2: a double tap and a retry have one key and one moment of consent", () => {
    const attemptFor = createAttempts(collaborators(memoryStorage()));
    expect(attemptFor(content)).toEqual(attemptFor({ ...content }));
  });

  test("R12 of reliability.md §2: survives a reload of the page", () => {
    const storage = memoryStorage();
    const before = createAttempts(collaborators(storage))(content);
    expect(createAttempts({ ...collaborators(storage), newKey: () => "another" })(content)).toEqual(before);
  });

  test("R12 of reliability.md §2: is found again after another content was tried between", () => {
    const attemptFor = createAttempts(collaborators(memoryStorage()));
    const first = attemptFor(content);
    expect(attemptFor({ ...content, message: "with a dog" }).key).not.toBe(first.key);
    expect(attemptFor(content)).toEqual(first);
  });

  test("leaves nothing of the visitor in the storage", () => {
    const storage = memoryStorage();
    createAttempts(collaborators(storage))(content);
    expect(storage.text()).toContain("key-1");
    for (const word of ["Jo", "jo@example.com", "46701234567", "sealed"]) expect(storage.text()).not.toContain(word);
  });

  test.each([null, "{", [{ hash: 1 }]])("starts anew where the tab holds %j", (held) => {
    const attemptFor = createAttempts(collaborators({ read: () => held, write: () => undefined }));
    expect(attemptFor(content)).toEqual(attemptFor(content));
  });
});

test("a key is long, and new each time", () => {
  expect(randomKey()).toMatch(/^\d+(-\d+){3}$/);
  expect(randomKey()).not.toBe(randomKey());
});
