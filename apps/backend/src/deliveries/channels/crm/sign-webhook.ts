import { createHmac } from "node:crypto";
import type { Secret } from "../../../secret.ts";

/** What of a push is signed. */
export interface SignedPush {
  /** The same on every repeat, so that the receiver can tell. */
  id: string;
  /** Milliseconds since the epoch: when this try is made. */
  at: number;
  body: string;
  /** `whsec_` and the key in base64. */
  secret: Secret;
}

const prefix = "whsec_";

/** The three headers of a Standard Webhook, version 1: HMAC-SHA256 over id, time and body. */
export function signWebhook({ id, at, body, secret }: SignedPush): Record<string, string> {
  const timestamp = `${Math.floor(at / 1000)}`;
  const key = Buffer.from(secret.reveal().slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

/** Whether a secret has the form and the strength that the standard asks for: 24 to 64 bytes. */
export function isWebhookSecret(text: string): boolean {
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (encoded === undefined || encoded.length % 4 !== 0) return false;
  const { length } = Buffer.from(encoded, "base64");
  return length >= 24 && length <= 64;
}
