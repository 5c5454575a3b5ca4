/** Times are ISO 8601 UTC text of one length, so that text order is time order on every database. */

/** One row for each thing that the marketplace pointed at, however often it did. */
export interface NotificationsTable {
  id: string;
  broker_id: string;
  environment: string;
  /** Hash of type, id and address. */
  pointer: string;
  /** The marketplace's word, such as `leads`; null where it was none that we can read. */
  type: string | null;
  /** The marketplace's id. Never shown to anyone (R6). */
  resource_id: string | null;
  href: string | null;
  /** The last one as it came (R27). */
  body: string;
  /** How often it came: a repeat looks like an update, so each counts. */
  seen: number;
  /** How many of those were looked at. Less than `seen`: something may have changed since. */
  done: number;
  /** Tries in a row that failed. */
  attempts: number;
  /** When it is looked at; null where there is nothing to do. While somebody is at it: when the lease ends. */
  next_at: string | null;
  lease: string | null;
  lease_until: string | null;
  /** The lease under which it was last ended. */
  settled_by: string | null;
  /** What became of it last. */
  reason: string | null;
  first_seen_at: string;
  last_seen_at: string;
  /** Since when there has been nothing to do; null while there is. */
  settled_at: string | null;
}

/** Signed calls that were taken: none is taken twice. A row goes when its signature is too old anyway. */
export interface NotificationNoncesTable {
  broker_id: string;
  environment: string;
  nonce_hash: string;
  expires_at: string;
}

/** Leads that were made elsewhere, such as in a Web App of the marketplace. Back office only. */
export interface ForeignLeadsTable {
  id: string;
  broker_id: string;
  environment: string;
  /** The marketplace's id. Never shown to anyone (R6). */
  marketplace_id: string;
  /** Six letters and digits: the one id that people see in the marketplace. */
  trip_id: string | null;
  /** The other application's. */
  client_identifier: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  /** The answer as it came, because its shape is not documented. */
  body: string;
  first_read_at: string;
  last_read_at: string;
  /** Keyed hash of the marketplace's id: what an erasure leaves behind. Null in rows from before there was one. */
  fingerprint: string | null;
}

/** One row for each lead from elsewhere whose person was to be forgotten, kept for good: what was erased stays erased. */
export interface ForeignErasuresTable {
  broker_id: string;
  environment: string;
  fingerprint: string;
  erased_at: string;
}

/** What we have set up at the marketplace to be notified: one row for each broker. */
export interface WebhookSettingsTable {
  broker_id: string;
  environment: string;
  /** The marketplace's id of the settings. */
  settings_id: string;
  /** Keyed hash of all that was set: the marketplace does not give the secret back. */
  fingerprint: string;
  /** When they were last seen to be as they should. */
  checked_at: string;
}
