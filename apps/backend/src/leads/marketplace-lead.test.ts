import { LeadRequest, type LeadRequestInput } from "@liftline/schema";
import { AvinodeLeadRequest } from "@liftline/schema/avinode";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testOptions } from "../../test/lead-desk.ts";
import type { ChosenOption } from "./chosen-option.ts";
import { marketplaceLead } from "./marketplace-lead.ts";

function chosen(...indices: number[]): ChosenOption[] {
  return indices.flatMap((index) => {
    const found = testOptions[index];
    if (!found) return [];
    const { hitId, hidden = null, option } = found;
    return [{ option: { token: "t", ...option }, marketplaceId: hitId, price: option.price ?? hidden }];
  });
}

function bodyOf(options: ChosenOption[], changes: Partial<LeadRequestInput> = {}): AvinodeLeadRequest {
  const contact = { name: "Jo Smith", email: "jo@example.com" };
  const request = LeadRequest.parse({ search: "s", options: options.map(({ option }) => option), contact, ...changes });
  const body = marketplaceLead({
    searchId: "asearch-1",
    currency: "EUR",
    chosen: options,
    request,
    clientIdentifier: "c-1",
  });
  return AvinodeLeadRequest.parse(body);
}

describe("the marketplace's body", () => {
  test("R19: names all chosen aircraft in one call, and nothing that is empty", () => {
    expect(bodyOf(chosen(0, 1))).toEqual({
      searchId: "asearch-1",
      sellerQuoteIds: ["asearchhit-CANARY-0", "asearchhit-CANARY-1"],
      leadCurrency: "EUR",
      leadContactInfo: { name: "Jo Smith", emailAddresses: [{ type: "Work", emailAddress: "jo@example.com" }] },
      clientIdentifier: "c-1",
    });
  });

  test("R22: carries the price that was shown for a type or category, of a range the lower end", () => {
    expect(bodyOf(chosen(2, 3)).inquiryLift).toEqual([
      { aircraftType: "Falcon 900", priceExpectation: 80_100 },
      { aircraftCategory: "Heavy jet", priceExpectation: 12_000 },
    ]);
    expect(bodyOf(chosen(2, 3))).not.toHaveProperty("sellerQuoteIds");
  });

  test("R22: carries a hidden price to the broker's side all the same", () => {
    expect(bodyOf(chosen(4)).inquiryLift).toEqual([{ aircraftType: "Citation X", priceExpectation: 55_555 }]);
  });

  test("puts types beside aircraft into the message, because the marketplace takes one kind", () => {
    const body = bodyOf(chosen(0, 2, 3), { message: "Window seats, please." });
    expect(body.sellerQuoteIds).toEqual(["asearchhit-CANARY-0"]);
    expect(body).not.toHaveProperty("inquiryLift");
    expect(body.leadMessage).toBe(
      "Window seats, please.\n\nAlso of interest: Falcon 900 (Heavy jet), shown at 80100 EUR\n" +
        "Also of interest: Heavy jet, shown at 12000 to 19000 EUR",
    );
  });

  test("adds pets, luggage and company to the message, a line each", () => {
    const contact = { name: "Jo", title: "Dr", phone: "+46 70 123 45 67", company: "Smith & Sons" };
    const body = bodyOf(chosen(0), { contact, needs: { pets: 1, luggage: "3 large bags" } });
    expect(body.leadMessage).toBe("Company: Smith & Sons\nPets: 1\nLuggage: 3 large bags");
    expect(body.leadContactInfo).toEqual({
      name: "Jo",
      title: "Dr",
      phoneNumbers: [{ type: "Work", phoneNumber: "+46 70 123 45 67" }],
    });
  });

  test("carries language and campaign", () => {
    const campaign = { utm_source: "mail", utm_campaign: "Super Bowl" };
    expect(bodyOf(chosen(0), { campaign, locale: "en-GB" })).toMatchObject({
      leadLocale: "en-GB",
      campaignIdentifier: "Super Bowl",
    });
  });

  test("R9: whatever the visitor writes comes out of the JSON as it went in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 200 }), (message) => {
        fc.pre(message.trim() !== "");
        const sent = JSON.stringify(bodyOf(chosen(0), { message }));
        expect(AvinodeLeadRequest.parse(JSON.parse(sent)).leadMessage).toBe(message);
      }),
    );
  });
});
