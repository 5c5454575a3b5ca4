import { createCipheriv, createDecipheriv } from "node:crypto";
import { KEY_ID_BYTES, type SealKey } from "./seal-keys.ts";

/** Random bytes, as a collaborator. */
export type RandomBytes = (size: number) => Uint8Array;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = KEY_ID_BYTES + NONCE_BYTES;
const ALGORITHM = "aes-256-gcm";
const OPTIONS = { authTagLength: TAG_BYTES };

/** What is sealed: `secret` is hidden, `shown` is not, and neither can be changed. */
export interface SealItem {
  secret: string;
  shown: string;
}

/**
 * Seals many items at once: key id, nonce, ciphertext and tag as base64url. One draw of randomness and two buffers serve
 * all of them; what is left is the price of setting up a cipher, about 5 µs each (`perf.md` C2).
 */
export function sealTokens(
  items: readonly SealItem[],
  by: { key: SealKey; context: string; randomBytes: RandomBytes },
) {
  const nonces = by.randomBytes(items.length * NONCE_BYTES);
  const context = Buffer.from(by.context);
  const shown = Buffer.allocUnsafe(context.length + longest(items, "shown") * 3);
  const token = Buffer.allocUnsafe(HEAD_BYTES + longest(items, "secret") * 3 + TAG_BYTES);
  shown.set(context);
  token.set(by.key.id);

  return items.map((item, index) => {
    const nonce = nonces.subarray(index * NONCE_BYTES, (index + 1) * NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, by.key.secret, nonce, OPTIONS);
    const shownEnd = context.length + shown.write(item.shown, context.length, "utf8");
    cipher.setAAD(shown.subarray(0, shownEnd));
    const sealed = cipher.update(item.secret, "utf8");
    cipher.final();
    token.set(nonce, KEY_ID_BYTES);
    token.set(sealed, HEAD_BYTES);
    token.set(cipher.getAuthTag(), HEAD_BYTES + sealed.length);
    return token.toString("base64url", 0, HEAD_BYTES + sealed.length + TAG_BYTES);
  });
}

/** The hidden part of a token, or null for every kind of bad one: nothing tells a forger how close it came. */
export function openToken(
  token: string,
  by: { keys: readonly SealKey[]; context: string; shown: string },
): string | null {
  const bytes = Buffer.from(token, "base64url");
  // Node reads base64 loosely: only the one spelling that we write may open.
  if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes.toString("base64url") !== token) return null;
  const id = bytes.subarray(0, KEY_ID_BYTES);
  for (const key of by.keys) {
    const opened = id.equals(key.id) ? decipher(bytes, key, by.context + by.shown) : null;
    if (opened !== null) return opened;
  }
  return null;
}

function decipher(bytes: Buffer, key: SealKey, shown: string): string | null {
  const opening = createDecipheriv(ALGORITHM, key.secret, bytes.subarray(KEY_ID_BYTES, HEAD_BYTES), OPTIONS);
  opening.setAAD(Buffer.from(shown));
  opening.setAuthTag(bytes.subarray(-TAG_BYTES));
  const hidden = opening.update(bytes.subarray(HEAD_BYTES, -TAG_BYTES));
  try {
    opening.final();
  } catch {
    return null;
  }
  return hidden.toString("utf8");
}

function longest(items: readonly SealItem[], part: "secret" | "shown"): number {
  return items.reduce((length, item) => Math.max(length, item[part].length), 0);
}
