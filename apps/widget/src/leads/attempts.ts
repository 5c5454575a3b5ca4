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
  /** The tab's `sessionStorage`; null where the browser refuses one. */
  storage: Pick<Storage, "getItem" | "setItem"> | null;
  now: () => Date;
  newKey: () => string;
}

const place = "liftline:attempts";
const kept = 5;

type Entry = Attempt & { hash: string };

/**
 * Only a hash of the content is kept. It cannot be turned round by guessing names or addresses, because the sealed
 * search token inside the content is long and random.
 */
export function createAttempts({ storage, now, newKey }: AttemptCollaborators): Attempts {
  let entries = read(storage);
  return function attemptFor(content) {
    const hash = hashOf(JSON.stringify(content));
    const found = entries.find((entry) => entry.hash === hash);
    if (found) return { key: found.key, acceptedAt: found.acceptedAt };
    const attempt = { key: newKey(), acceptedAt: now().toISOString() };
    entries = [{ hash, ...attempt }, ...entries].slice(0, kept);
    write(storage, entries);
    return attempt;
  };
}

/** 128 random bits in hex. (`randomUUID` would need https, which a page under test may not have.) */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** FNV-1a from two starting points, 64 bits in all: enough to tell one tab's attempts apart. */
function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (a >>> 15), 0x01000193);
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`;
}

function read(storage: AttemptCollaborators["storage"]): Entry[] {
  try {
    const entries: unknown = JSON.parse(storage?.getItem(place) ?? "[]");
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return []; // a storage that cannot be read is an empty one: the server still has the last word (R19)
  }
}

function write(storage: AttemptCollaborators["storage"], entries: Entry[]): void {
  try {
    storage?.setItem(place, JSON.stringify(entries));
  } catch {
    // full or forbidden: the attempts of this page view are still in memory
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  return ["hash", "key", "acceptedAt"].every((name) => typeof Reflect.get(value, name) === "string");
}
