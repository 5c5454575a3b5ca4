import { languageTags, Option } from "@liftline/schema";
import { expect, test } from "vitest";
import { amenities, listedAmenities } from "../amenities.ts";
import { amenityNames } from "./amenity-names.ts";

const shown = Option.shape.aircraft.unwrap().shape.amenities;
const others = languageTags.filter((tag) => !tag.startsWith("en-"));

test.each(others)("in %s every amenity has a name of its own that fits the wire", (tag) => {
  const named = listedAmenities(amenities, tag);
  expect(new Set(named).size).toBe(amenities.length);
  expect(shown.parse(named)).toEqual(named);
  expect(Object.keys(amenityNames(tag) ?? {})).toEqual([...amenities]);
});

test.each(["en-GB", "en-US", "fi", "constructor", undefined])("where %s is spoken they are named in English", (tag) => {
  expect(listedAmenities(["Shower", "fridge"], tag)).toEqual(["Shower", "Refrigerator"]);
});

test("another kind of a language is served by the one there is, in its old name too", () => {
  expect(listedAmenities(["Shower"], "pt")).toEqual(["Chuveiro"]);
  expect(listedAmenities(["Shower"], "ZH-Hant-TW")).toEqual(["淋浴"]);
  expect(listedAmenities(["Shower"], "iw")).toEqual(listedAmenities(["Shower"], "he"));
});
