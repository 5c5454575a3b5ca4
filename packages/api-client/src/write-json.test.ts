import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { writeJson } from "./write-json.ts";

afterEach(() => {
  Reflect.deleteProperty(Array.prototype, "toJSON");
});

test("plain data is written as JSON writes it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(writeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(writeJson({ lang: undefined, legs: [{ to: undefined, at: null }] })).toBe('{"legs":[{"at":null}]}');
});

test("a list is a list on a page whose arrays write themselves as texts", () => {
  Object.assign(Array.prototype, { toJSON: () => "[]" });
  expect(JSON.stringify({ legs: [1] })).toBe('{"legs":"[]"}');
  expect(writeJson({ legs: [{ from: "EGGW" }, 'a "b"'] })).toBe('{"legs":[{"from":"EGGW"},"a \\"b\\""]}');
});
