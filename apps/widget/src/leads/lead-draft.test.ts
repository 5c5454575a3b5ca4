import { LeadRequest } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { option } from "../../test/fixtures/options.ts";
import { checkLeadDraft, emptyLeadDraft, faultsOf, leadRequest, type LeadOccasion } from "./lead-draft.ts";

const draft = { ...emptyLeadDraft, name: "Jo Smith", email: "jo@example.com" };
const policy = "https://www.demo-charter.example/privacy";
const occasion: LeadOccasion = {
  search: "sealed",
  options: [option()],
  privacyPolicy: policy,
  campaign: { utm_source: "news" },
  locale: "en-GB",
};
const acceptedAt = "2026-12-01T10:00:00.000Z";

describe("checking a draft", () => {
  test("a name and one way to answer are enough", () => {
    expect(checkLeadDraft(draft, null)).toEqual({});
    expect(checkLeadDraft({ ...draft, email: "", phone: "+46 70 123 45 67" }, null)).toEqual({});
  });

  test("an empty draft misses its name and an address", () => {
    expect(checkLeadDraft(emptyLeadDraft, null)).toEqual({ name: "lead.name-missing", email: "lead.email-missing" });
  });

  test("consent is asked for only where the broker has a policy", () => {
    expect(checkLeadDraft(draft, policy)).toEqual({ consent: "lead.consent-missing" });
    expect(checkLeadDraft({ ...draft, consent: true }, policy)).toEqual({});
  });

  test.each(["jo", "jo@", "jo@example", "jo smith@example.com"])("%j is no e-mail address", (email) => {
    expect(checkLeadDraft({ ...draft, email }, null)).toEqual({ email: "fault.check" });
  });

  test.each(["call me", "12", "<b>070</b>"])("%j is no phone number", (phone) => {
    expect(checkLeadDraft({ ...draft, phone }, null)).toEqual({ phone: "fault.check" });
  });
});

describe("the request made of a draft", () => {
  test("fits the schema, and carries the options as they were received", () => {
    const body = leadRequest({ ...draft, consent: true, pets: 1, luggage: " 3 bags " }, { ...occasion, acceptedAt });
    expect(LeadRequest.parse(body)).toMatchObject({
      options: [option()],
      needs: { pets: 1, luggage: "3 bags" },
      consent: { privacyPolicy: policy, acceptedAt },
      campaign: { utm_source: "news" },
    });
  });

  test("says nothing the visitor did not say", () => {
    const body = leadRequest(draft, { ...occasion, privacyPolicy: null, campaign: null, acceptedAt });
    expect(body).toMatchObject({ message: null, needs: null, consent: null, campaign: null, contact: { phone: null } });
  });
});

test("faults of the server stand beside the fields they are about", () => {
  const errors = ["contact.email", "needs.luggage", "options.0.price"].map((path) => ({ path, message: "no" }));
  expect(faultsOf(errors)).toEqual({ email: "fault.check", luggage: "fault.check" });
});
