import { createHmac, hkdfSync } from "node:crypto";

/**
 * Recognises a text again without keeping it: a keyed hash under each secret of the configuration, the newest first, so that
 * what was seen before a rotation is still recognised after it.
 */
export type Fingerprint = (text: string) => readonly [newest: string, ...older: string[]];

/** What a lead is recognised by. */
export interface LeadFingerprints {
  /** Of the `Idempotency-Key`. */
  key: Fingerprint;
  /** Of the request as a whole. */
  body: Fingerprint;
  /** Of the marketplace's search id. */
  search: Fingerprint;
}

/** `secrets`: the newest first. Each thing has keys of its own: the same text has another hash as another thing. */
export function createLeadFingerprints(secrets: readonly string[]): LeadFingerprints {
  return {
    key: createFingerprint(secrets, "key"),
    body: createFingerprint(secrets, "body"),
    search: createFingerprint(secrets, "search"),
  };
}

/** Of one thing, with keys of its own. */
export function createFingerprint(secrets: readonly string[], purpose: string): Fingerprint {
  const [newest, ...older] = secrets.map((secret) => fingerprintKey(secret, purpose));
  if (!newest) throw new Error("fingerprints need at least one secret");
  return (text) => [hash(newest, text), ...older.map((key) => hash(key, text))];
}

function fingerprintKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "liftline", `fingerprint ${purpose}`, 32));
}

function hash(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}
