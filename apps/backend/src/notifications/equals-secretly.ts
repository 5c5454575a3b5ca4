import { createHash, timingSafeEqual } from "node:crypto";

/** Compares without telling by the time it takes how much of it is right, nor how long the right one is. */
export function equalsSecretly(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
