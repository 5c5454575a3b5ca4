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

export interface TokenSealerOptions {
  key: SealKey;
  /** Stands in front of what is shown of every item, and is as unchangeable. */
  context: string;
  randomBytes: RandomBytes;
  /** How many items are expected: randomness is drawn for so many at once. */
  batch: number;
}

/**
 * Seals items one after the other: key id, nonce, ciphertext and tag as base64url. Draws of randomness and two buffers are
 * shared; what is left is the price of setting up a cipher, about 5 µs each (`perf.md` C2).
 */
export function createTokenSealer({
  key,
  context,
  randomBytes,
  batch,
}: TokenSealerOptions): (item: SealItem) => string {
  const nextNonce = createNonces(randomBytes, batch);
  const contextBytes = Buffer.from(context);
  let shown = startingWith(contextBytes, 2048);
  let token = startingWith(key.id, 128);

  return function sealToken(item) {
    const nonce = nextNonce();
    const cipher = createCipheriv(ALGORITHM, key.secret, nonce, OPTIONS);
    shown = withRoom(shown, contextBytes.length + item.shown.length * 3);
    const shownEnd = contextBytes.length + shown.write(item.shown, contextBytes.length, "utf8");
    cipher.setAAD(shown.subarray(0, shownEnd));
    const sealed = cipher.update(item.secret, "utf8");
    cipher.final();
    const end = HEAD_BYTES + sealed.length + TAG_BYTES;
    token = withRoom(token, end);
    token.set(nonce, KEY_ID_BYTES);
    token.set(sealed, HEAD_BYTES);
    token.set(cipher.getAuthTag(), HEAD_BYTES + sealed.length);
    return token.toString("base64url", 0, end);
  };
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

/** Nonces that are used once. They live no longer than their sealer: nothing is kept that a snapshot could repeat. */
function createNonces(randomBytes: RandomBytes, batch: number): () => Uint8Array {
  const size = Math.max(1, batch) * NONCE_BYTES;
  let bytes = new Uint8Array(0);
  let at = 0;
  return () => {
    if (at >= bytes.length) {
      bytes = new Uint8Array(randomBytes(size));
      at = 0;
    }
    at += NONCE_BYTES;
    return bytes.subarray(at - NONCE_BYTES, at);
  };
}

function startingWith(bytes: Buffer, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(Math.max(size, bytes.length));
  buffer.set(bytes);
  return buffer;
}

function withRoom(buffer: Buffer, size: number): Buffer {
  return size <= buffer.length ? buffer : startingWith(buffer, size * 2);
}
