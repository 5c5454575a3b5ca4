import { randomBytes } from "node:crypto";

/** Chance, as a collaborator: tests bring their own. */
export interface Random {
  /** Unpredictable bytes, fit for ids and secrets. */
  bytes(length: number): Uint8Array;
}

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

/** Crockford's base 32: no character looks like another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` characters of 5 bits each, every one equally likely. */
export function randomText(random: Random, length: number): string {
  return Array.from(random.bytes(length), (byte) => alphabet.charAt(byte & 31)).join("");
}

/** An id of ours: it says what it names, and nobody guesses its 130 bits. */
export function randomId(random: Random, prefix: string): string {
  return `${prefix}_${randomText(random, 26)}`;
}

/** A fraction in [0, 1), for jitter. */
export function randomFraction(random: Random): number {
  const bytes = random.bytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32;
}
