import { LeadRequest } from "@liftline/schema";
import { expect, test } from "vitest";
import { readCampaign } from "./read-campaign.ts";

const campaignSchema = LeadRequest.shape.campaign;

test("campaign parameters and click ids travel, the rest of the page's query stays", () => {
  expect(readCampaign("?utm_source=news&utm_campaign=ski+2026&gclid=Cj0&email=jo@example.com&session=1")).toEqual({
    utm_source: "news",
    utm_campaign: "ski 2026",
    gclid: "Cj0",
  });
});

test("a page without a campaign has none", () => {
  expect(readCampaign("?from=EGGW&utm_source=")).toBeNull();
});

test("what a stranger puts into the address still makes a body the backend takes", () => {
  const hostile = Array.from({ length: 40 }, (_, index) => `utm_${index}=${"x".repeat(900)}`).join("&");
  const campaign = readCampaign(`?${hostile}&utm_%0Aheader=1&utm_<img>=2`);
  expect(campaignSchema.safeParse(campaign).success).toBe(true);
  expect(Object.keys(campaign ?? {})).toHaveLength(20);
});
