import { expect, test } from "vitest";
import { createLeadFingerprints } from "./fingerprint.ts";

const [first, second] = [
  "the first secret of at least 32 characters",
  "the second secret of at least 32 characters",
] as const;

test("a text is recognised again, only under the same secret and as the same thing", () => {
  const { key, body } = createLeadFingerprints([first]);
  expect(key("a")).toEqual(createLeadFingerprints([first]).key("a"));
  expect(key("a")).not.toEqual(body("a"));
  expect(key("a")).not.toEqual(createLeadFingerprints([second]).key("a"));
  expect(key("a")[0]).not.toContain("a".repeat(2));
});

test("after a rotation the older secret still recognises", () => {
  const rotated = createLeadFingerprints([second, first]).search("asearch-1");
  expect(rotated[1]).toBe(createLeadFingerprints([first]).search("asearch-1")[0]);
});
