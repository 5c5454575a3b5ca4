import { randomBytes } from "node:crypto";

/** Chance, as a collaborator: tests bring their own. */
export interface Randomness {
  /** Unpredictable bytes, fit for ids, keys and nonces. */
  bytes(length: number): Uint8Array;
}

export const systemRandomness: Randomness = { bytes: (length) => randomBytes(length) };

/** A fraction in [0, 1), for jitter. */
export function randomFraction(randomness: Randomness): number {
  const bytes = randomness.bytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32;
}
