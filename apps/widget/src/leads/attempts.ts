import type { TabStorage } from "../widget-context.ts";

/** What makes two tries one: the same key, and the same moment of consent, so that the bodies are equal. */
export interface Attempt {
  /** The `Idempotency-Key` header. */
  key: string;
  /** ISO 8601 UTC. */
  acceptedAt: string;
}

/** Finds the attempt that a content belongs to: a double tap, a retry, a reload and the back button are all the same one. */
export type Attempts = (content: unknown) => Attempt;

export interface AttemptCollaborators {
  storage: TabStorage;
  now: () => Date;
  newKey: () => string;
}

const NAME = "attempts";
const kept = 5;

type Entry = Attempt & { hash: number };

/**
 * Only a hash of the content is kept. It cannot be turned round by guessing names or addresses, because the sealed
 * search token inside the content is long and random.
 */
export function createAttempts({ storage, now, newKey }: AttemptCollaborators): Attempts {
  let entries = entriesOf(storage.read(NAME));
  return function attemptFor(content) {
    const hash = hashOf(JSON.stringify(content));
    const found = entries.find((entry) => entry.hash === hash);
    if (found) return found;
    const attempt = { hash, key: newKey(), acceptedAt: now().toISOString() };
    entries = [attempt, ...entries].slice(0, kept);
    storage.write(NAME, entries);
    return attempt;
  };
}

/** 128 random bits, in digits. (`randomUUID` would need https, which a page under test may not have.) */
export function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}

/** FNV-1a. Its 32 bits are enough to tell one tab's few attempts apart; two that met would be refused, never mixed up. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** A tab that remembers nothing has no attempts: the server still has the last word (R19). */
function entriesOf(value: unknown): Entry[] {
  return Array.isArray(value) ? value.filter((entry: Partial<Entry> | null) => entry?.key && entry.acceptedAt) : [];
}
