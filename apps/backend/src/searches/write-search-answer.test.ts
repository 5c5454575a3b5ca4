import { Option, SearchResponse, type Airport } from "@liftline/schema";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createMarketplaceHit } from "../../bench/marketplace-answer.ts";
import { broker, createBroker, dependencies, question } from "../../bench/search-fixture.ts";
import { discloseOption } from "./disclose-option.ts";
import type { Pricing } from "./price-option.ts";
import { writeSearchAnswer } from "./write-search-answer.ts";

const { sealing } = dependencies;
const search = sealing.sealSearch(broker, {
  searchId: "asearch-23456789",
  expiresAt: "2026-12-01T10:30:00Z",
  ...question,
});
const hidden = createBroker({ prices: "hidden" });

/** An option as the wall lets it through, whose aircraft and airport have any names. */
function optionNamed(type: string, name: string) {
  const hit = createMarketplaceHit();
  Reflect.set(hit.quote.lift, "aircraftType", type);
  for (const { startAirport } of hit.quote.segments) startAirport.name = name;
  const pricing: Pricing = { currency: "EUR", commission: { from: "marketplace" }, isRange: false };
  const disclosure = { request: question.request, pricing, showPhoto: (url: string) => url };
  const option = discloseOption(hit, { ...disclosure, airports: new Map<string, Airport>(), findPosition: () => null });
  if (!option) throw new Error("the hit cannot be read");
  return option;
}

const name = fc.string({ unit: "grapheme", maxLength: 20 });
const options = fc.array(fc.tuple(name, name), { maxLength: 5 });

test.each([
  ["shown", broker],
  ["hidden", hidden],
])("R9: an answer is what JSON.stringify makes of it in the order of the schema, prices %s", (_, asked) => {
  fc.assert(
    fc.property(options, (names) => {
      const shown = names.map(([type, airport]) => optionNamed(type, airport));
      const bytes = writeSearchAnswer(sealing, { broker: asked, search, options: shown });
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      const answer = SearchResponse.parse(JSON.parse(text));
      expect(JSON.stringify(answer)).toBe(text);
      answer.options.forEach((option, index) => {
        const fields = shown[index]?.fields;
        const price = asked === hidden ? null : fields?.price;
        expect(option).toEqual({ token: option.token, ...fields, price });
        const opened = sealing.openOption(broker, search, Option.parse(option));
        expect(opened).toEqual({ hitId: shown[index]?.hitId, price: asked === hidden ? fields?.price : null });
      });
    }),
    { numRuns: 60 },
  );
});
