import type { LeadRequestInput, ProblemField } from "@liftline/schema";
import type { PlainKey } from "../messages/catalogue.ts";

/** What the visitor has typed. It lives in memory only: contact data never enters a storage. */
export interface LeadDraft {
  name: string;
  email: string;
  phone: string;
  message: string;
  pets: number;
  luggage: string;
  /** Address of the policy that was agreed to: consent to one is none to the next. */
  consent: string | null;
}

export const emptyLeadDraft: LeadDraft = {
  name: "",
  email: "",
  phone: "",
  message: "",
  pets: 0,
  luggage: "",
  consent: null,
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
  if (privacyPolicy !== null && draft.consent !== privacyPolicy) faults.consent = "lead.consent-missing";
  return faults;
}

/** The server's faults beside the fields they are about; one that is about no field is left out. */
export function faultsOf(errors: readonly ProblemField[]): LeadFaults {
  const faults: LeadFaults = {};
  for (const { path } of errors) {
    const field = path.split(".").find((name): name is LeadField => name in emptyLeadDraft);
    if (field) faults[field] = "fault.check";
  }
  return faults;
}

/** What the visitor says, as `POST /leads` takes it. */
export function saidIn(draft: LeadDraft): Pick<LeadRequestInput, "contact" | "message" | "needs"> {
  const pets = draft.pets || undefined;
  const luggage = said(draft.luggage) ?? undefined;
  return {
    contact: { name: draft.name.trim(), email: said(draft.email), phone: said(draft.phone) },
    message: said(draft.message),
    needs: pets || luggage ? { pets, luggage } : null,
  };
}

function said(text: string): string | null {
  return text.trim() || null;
}
