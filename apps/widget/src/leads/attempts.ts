import type { TabStorage } from "../widget-context.ts";

/** What makes two tries one: the same key, and the same moment of consent, so that the bodies are equal. */
export interface Attempt {
  /** The `Idempotency-Key` header. */
  key: string;
  /** ISO 8601 UTC. */
  acceptedAt: string;
}

/**
 * Finds the attempt that belongs to what is asked for, the search or the trip: a double tap, a retry, a reload and the
 * back button are all the same one, and a second request for it is refused by the backend whatever else it says (R19).
 */
export type Attempts = (asked: string) => Attempt;

export interface AttemptCollaborators {
  storage: TabStorage;
  now: () => Date;
  newKey: () => string;
}

const NAME = "attempts";
const KEPT = 5;

type Entry = Attempt & { asked: string };

/** Nothing that the visitor says about themselves has a part in it. */
export function createAttempts({ storage, now, newKey }: AttemptCollaborators): Attempts {
  // A tab that remembers nothing has none: for a search the server still has the last word (R19).
  const kept = storage.read(NAME);
  let entries: Entry[] = Array.isArray(kept) ? kept : [];
  return function attemptFor(asked) {
    const found = entries.find((entry) => entry.asked === asked);
    if (found) return found;
    const attempt = { asked, key: newKey(), acceptedAt: now().toISOString() };
    entries = [attempt, ...entries].slice(0, KEPT);
    storage.write(NAME, entries);
    return attempt;
  };
}

/** 128 random bits, in digits. (`randomUUID` would need https, which a page under test may not have.) */
export function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
