import { expect, test } from "vitest";
import { createTranslate } from "../messages/create-translate.ts";
import { enGB } from "../messages/en-gb.ts";
import { packTexts } from "../messages/pack-texts.ts";
import { createDurationFormat } from "./duration.ts";

const format = createDurationFormat("en-GB", createTranslate(packTexts(enGB), "en-GB"));

test.each([
  [460, "7 h 40", "7 hours 40 minutes"],
  [485, "8 h 05", "8 hours 5 minutes"],
  [60, "1 h 00", "1 hour"],
  [25, "25 min", "25 minutes"],
  [0, "0 min", "0 minutes"],
])("%i minutes are read as %s and heard as %s", (minutes, short, long) => {
  expect(format.short(minutes)).toBe(short);
  expect(format.long(minutes)).toBe(long);
});
