import type { Randomness } from "../randomness.ts";

/** Crockford's base 32: no character looks like another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` characters of 5 bits each, every one equally likely. */
export function randomText(randomness: Randomness, length: number): string {
  return Array.from(randomness.bytes(length), (byte) => alphabet.charAt(byte & 31)).join("");
}

/** An id of ours: it says what it names, and nobody guesses its 130 bits. */
export function randomId(randomness: Randomness, prefix: string): string {
  return `${prefix}_${randomText(randomness, 26)}`;
}
