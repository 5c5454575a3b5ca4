import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { oneByteLetters } from "./one-byte-letters.ts";

test.each([
  ["Arabic", "السعر للطائرة، كاملة؟=rمقعد واحد"],
  ["Hebrew", "מ־תל אביב: דק׳ VIP=wשני מושבים"],
  ["Russian", "Аэропорты: Эта ёлка — «да»=e# место=w# места"],
])("%s is the same text again, with letters of one byte", (_, text) => {
  const code = oneByteLetters(text);
  expect(runInNewContext(code)).toBe(text);
  expect(Buffer.byteLength(code)).toBeLessThan(Buffer.byteLength(text) * 0.9 + 80);
});

test("Latin and Chinese stay what they are", () => {
  expect(oneByteLetters("Où ? 您想")).toBe('"Où ? 您想"');
});

test("a Latin letter where it stands for another ends the build", () => {
  expect(() => oneByteLetters("VIP-лайнер")).toThrow("VIP");
});
