import type { LeadRequestInput, Option, ProblemField } from "@liftline/schema";
import type { PlainKey } from "../messages/catalogue.ts";

/** What the visitor has typed. It lives in memory only: contact data never enters a storage. */
export interface LeadDraft {
  name: string;
  email: string;
  phone: string;
  message: string;
  pets: number;
  luggage: string;
  consent: boolean;
}

export const emptyLeadDraft: LeadDraft = {
  name: "",
  email: "",
  phone: "",
  message: "",
  pets: 0,
  luggage: "",
  consent: false,
};

export type LeadField = keyof LeadDraft;
/** What is to be put right, as the visitor is told. */
export type LeadFaults = Partial<Record<LeadField, PlainKey>>;

/** The faults that need no server to see. The server has the last word: these only spare a round trip. */
export function checkLeadDraft(draft: LeadDraft, privacyPolicy: string | null): LeadFaults {
  const faults: LeadFaults = {};
  const email = draft.email.trim();
  const phone = draft.phone.trim();
  if (draft.name.trim() === "") faults.name = "lead.name-missing";
  if (email === "" && phone === "") faults.email = "lead.email-missing";
  if (email !== "" && !/^\S+@\S+\.\S{2,}$/.test(email)) faults.email = "fault.check";
  if (phone !== "" && !/^[+\d\s().\-/]{4,}$/.test(phone)) faults.phone = "fault.check";
  if (privacyPolicy !== null && !draft.consent) faults.consent = "lead.consent-missing";
  return faults;
}

/** The server's faults beside the fields they are about; one that is about no field is left out. */
export function faultsOf(errors: readonly ProblemField[]): LeadFaults {
  const faults: LeadFaults = {};
  for (const { path } of errors) {
    const field = (Object.keys(emptyLeadDraft) as LeadField[]).find((name) => path.split(".").includes(name));
    if (field) faults[field] = "fault.check";
  }
  return faults;
}

/** Everything of a request but the visitor's own words. */
export interface LeadOccasion {
  search: string;
  options: readonly Option[];
  /** The broker's policy that was shown, null where there is none. */
  privacyPolicy: string | null;
  campaign: Record<string, string> | null;
  locale: string;
}

/** The body of `POST /leads`; `acceptedAt` is when the visitor agreed, ISO 8601 UTC. */
export function leadRequest(draft: LeadDraft, occasion: LeadOccasion & { acceptedAt: string }): LeadRequestInput {
  const { pets } = draft;
  const luggage = said(draft.luggage);
  const needs = { ...(pets > 0 && { pets }), ...(luggage && { luggage }) };
  return {
    search: occasion.search,
    options: [...occasion.options],
    contact: { name: draft.name.trim(), email: said(draft.email), phone: said(draft.phone) },
    message: said(draft.message),
    needs: pets > 0 || luggage ? needs : null,
    consent: occasion.privacyPolicy ? { privacyPolicy: occasion.privacyPolicy, acceptedAt: occasion.acceptedAt } : null,
    campaign: occasion.campaign,
    locale: occasion.locale,
  };
}

function said(text: string): string | null {
  return text.trim() || null;
}
