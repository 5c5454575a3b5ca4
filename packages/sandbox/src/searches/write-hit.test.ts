import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { allFields, search } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

describe("sparse fields", () => {
  const caller = createCaller();
  const leg = { from: "EGGW", to: "LFMN", pax: "13" };
  const places: Record<string, string> = {
    amenities: "quote.lift.aircraftTailDetails.amenities",
    categorydetails: "quote.lift.aircraftCategoryDetails",
    homebase: "quote.lift.homebase",
    insurance: "quote.lift.aircraftTailDetails.insurance",
    metrics: "quote.metrics",
    perfdetails: "quote.lift.liftPerformance",
    safety: "quote.lift.safetyRatings",
    schedule: "scheduledUpdatedOn",
    sellercontactinfo: "quote.sellerCompany.contactInfo",
    sellerstats: "quote.lift.sellerStatistics",
    startposition: "startPosition",
    taildetails: "quote.lift.aircraftTailDetails.yearOfMake",
    tailphotos: "quote.lift.tailPhotos",
    typedetails: "quote.lift.aircraftTypeDetails",
    typephotos: "quote.lift.typePhotos",
  };

  test.each(Object.entries(places))("%s brings %s, and nothing else does", async (field, place) => {
    const others = allFields.filter((other) => other !== field);
    expect(at(raw((await search(caller, [leg], { fields: [field] })).answer.text), place)).toBeDefined();
    expect(at(raw((await search(caller, [leg], { fields: others })).answer.text), place)).toBeUndefined();
  });

  test("tail and certificate come only on a connection set up for them", async () => {
    const hidden = await search(caller, [leg], { fields: allFields });
    const shown = await search(caller, [leg], { fields: allFields, token: sandboxConnections.identified.token });
    expect(hidden.hits.filter(({ quote }) => quote.lift.aircraftTail ?? quote.lift.aircraftCertificate)).toEqual([]);
    for (const { quote } of shown.hits) {
      expect(quote.lift.aircraftTail).toMatch(/^[A-Z0-9]+-?[A-Z0-9]+$/);
      expect(quote.lift.aircraftCertificate?.certificateNumber).toBeDefined();
    }
  });

  test("performance comes as text, as in the documentation", async () => {
    const hit = raw((await search(caller, [leg], { fields: ["perfdetails"] })).answer.text);
    expect(at(hit, "quote.lift.liftPerformance.maxRangeNM")).toMatch(/^\d+$/);
  });

  test("only the asked kinds of photos come", async () => {
    const { hits } = await search(caller, [leg], {
      fields: ["typephotos"],
      body: { outputLiftPhotoTypes: ["INTERIOR"] },
    });
    for (const { quote } of hits) expect(quote.lift.typePhotos?.map(({ type }) => type)).toEqual(["INTERIOR"]);
  });
});

function raw(text: string): unknown {
  return at(JSON.parse(text), "data.results.0");
}

function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
}
