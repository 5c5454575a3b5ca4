import { OptionsLeadRequest } from "@liftline/schema";
import { expect, test } from "vitest";
import { campaignOf, readCampaign } from "./read-campaign.ts";

const campaignSchema = OptionsLeadRequest.shape.campaign;

test("campaign parameters and click ids travel, the rest of the page's query stays", () => {
  expect(campaignOf("?utm_source=news&utm_campaign=ski+2026&gclid=Cj0&email=jo@example.com&session=1")).toEqual({
    utm_source: "news",
    utm_campaign: "ski 2026",
    gclid: "Cj0",
  });
});

test("a page without a campaign has none", () => {
  expect(campaignOf("?from=EGGW&utm_source=")).toBeNull();
});

test("what a stranger puts into the address still makes a body the backend takes", () => {
  const hostile = Array.from({ length: 40 }, (_, index) => `utm_${index}=${"x".repeat(900)}`).join("&");
  const campaign = campaignOf(`?${hostile}&utm_%0Aheader=1&utm_<img>=2`);
  expect(campaignSchema.safeParse(campaign).success).toBe(true);
  expect(Object.keys(campaign ?? {})).toHaveLength(20);
});

test("a campaign outlives the page it came with, until another one comes", () => {
  const held = new Map<string, unknown>();
  const storage = {
    read: (name: string) => held.get(name),
    write: (name: string, value: unknown) => void held.set(name, value),
  };
  readCampaign(storage, "?gclid=first");
  expect(readCampaign(storage, "")).toEqual({ gclid: "first" });
  expect(readCampaign(storage, "?gclid=second")).toEqual({ gclid: "second" });
});

test("whatever else lies in the tab's memory is no campaign", () => {
  for (const held of [null, 7, "utm_source", { session: "1" }, { utm_source: { deep: 1 } }])
    expect(readCampaign({ read: () => held, write: () => undefined }, "")).toBeNull();
});
