import { LeadRequest } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { option } from "../../test/fixtures/options.ts";
import { checkLeadDraft, emptyLeadDraft, faultsOf, saidIn } from "./lead-draft.ts";

const draft = { ...emptyLeadDraft, name: "Jo Smith", email: "jo@example.com" };
const policy = "https://www.demo-charter.example/privacy";
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
    expect(checkLeadDraft({ ...draft, consent: policy }, policy)).toEqual({});
    expect(checkLeadDraft({ ...draft, consent: policy }, `${policy}-2`)).toEqual({ consent: "lead.consent-missing" });
  });

  test.each(["jo", "jo@", "jo@example", "jo smith@example.com"])("%j is no e-mail address", (email) => {
    expect(checkLeadDraft({ ...draft, email }, null)).toEqual({ email: "fault.check" });
  });

  test.each(["call me", "12", "<b>070</b>"])("%j is no phone number", (phone) => {
    expect(checkLeadDraft({ ...draft, phone }, null)).toEqual({ phone: "fault.check" });
  });
});

describe("what a draft says", () => {
  test("fits the schema, without blanks around it", () => {
    const said = saidIn({ ...draft, message: " A dog. ", pets: 1, luggage: " 3 bags " });
    expect(LeadRequest.parse({ search: "sealed", options: [option()], ...said })).toMatchObject({
      contact: { name: "Jo Smith", email: "jo@example.com", phone: null },
      message: "A dog.",
      needs: { pets: 1, luggage: "3 bags" },
    });
  });

  test("is nothing that the visitor did not say", () => {
    expect(saidIn(draft)).toMatchObject({ message: null, needs: null, contact: { phone: null } });
  });
});

test("faults of the server stand beside the fields they are about", () => {
  const errors = ["contact.email", "needs.luggage", "options.0.price"].map((path) => ({ path, message: "no" }));
  expect(faultsOf(errors)).toEqual({ email: "fault.check", luggage: "fault.check" });
});
