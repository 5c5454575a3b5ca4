/** Times are ISO 8601 UTC text of one length, so that text order is time order on every database. */

export interface LeadsTable {
  id: string;
  broker_id: string;
  /** `sandbox` or `live`: nothing crosses over (R13). */
  environment: string;
  /** For people, such as `LL-7K3F9Q`. */
  reference: string;
  /** What the marketplace knows the lead by; never changes (R20). */
  client_identifier: string;
  received_at: string;
  /** The visitor's language, BCP 47. */
  locale: string | null;
  message: string | null;
  /** JSON: pets, luggage. */
  needs: string | null;
  /** JSON: the page's campaign parameters. */
  campaign: string | null;
  /** JSON: the trip as it was searched. */
  trip: string;
  /** ISO 4217, as prices were shown. */
  currency: string;
}

/** The person, apart from the lead: what an erasure deletes. */
export interface LeadContactsTable {
  lead_id: string;
  name: string;
  email: string | null;
  phone: string | null;
  title: string | null;
  company: string | null;
}

/** Evidence that somebody agreed. */
export interface LeadConsentsTable {
  lead_id: string;
  /** Address of the policy that was shown. */
  privacy_policy: string;
  /** SHA-256 of the words that were agreed to, in hexadecimal; null where the page did not say. */
  text_hash: string | null;
  /** Of the policy, in the broker's own counting. */
  version: string | null;
  /** By the visitor's clock. */
  accepted_at: string;
  /** By ours. */
  recorded_at: string;
  /** The site where it happened. */
  origin: string | null;
  /** The language it was shown in. */
  locale: string | null;
}

/** The chosen options, and no other (R2). */
export interface LeadOptionsTable {
  id: string;
  lead_id: string;
  /** Order of choice, from 0. */
  position: number;
  /** JSON: the public fields as they were shown. */
  option: string;
  /** The marketplace's id; null where the option stands for a type or category. Never shown to anyone (R6). */
  marketplace_id: string | null;
  /** JSON: the price that was shown, or that the broker hides. */
  price: string | null;
}

/** One row for each `Idempotency-Key`: the same answer again for the same key. */
export interface LeadKeysTable {
  broker_id: string;
  environment: string;
  /** Keyed hash: a key may be anything, even a name. */
  key_hash: string;
  /** Keyed hash of the request it came with. */
  body_hash: string;
  lead_id: string;
  created_at: string;
}

/** One row for each search that a lead was made from, kept for good: a spent search stays spent (R19). */
export interface SearchClaimsTable {
  broker_id: string;
  environment: string;
  /** Keyed hash of the marketplace's search id. */
  search_hash: string;
  lead_id: string;
  claimed_at: string;
}

/** One row for each lead whose person is to be forgotten, kept for good: what was erased stays erased. */
export interface LeadErasuresTable {
  lead_id: string;
  broker_id: string;
  environment: string;
  /** `request`: a person asked for it. `retention`: it was kept as long as the broker keeps leads. */
  reason: "request" | "retention";
  requested_at: string;
  /** Null while the lead is being sent: what may have arrived is settled first. */
  erased_at: string | null;
}
