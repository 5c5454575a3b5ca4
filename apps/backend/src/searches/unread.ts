/**
 * A thing of the marketplace that nobody has looked at yet: any field may be missing and may hold anything. By type, only
 * fields that the marketplace has can be asked for; what is not asked for is never seen (R3, R11).
 */
export type Unread<Wire extends Record<string, unknown>> = { readonly [Field in keyof Wire]?: unknown };

/**
 * Fields to be read one by one; none of what is no object. By hand, not by a schema: of 300 hits of 4 kB we look at a
 * fifth, and a schema makes a copy of each on the way (`perf.md` C1: a seventh of a search).
 */
export function fieldsOf<Wire extends Record<string, unknown>>(value: unknown): Unread<Wire> {
  return isObject<Wire>(value) ? value : {};
}

/** The entries of a list; none of what is no list. */
export function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text of at most so many characters, else null. */
export function readText(value: unknown, longest: number): string | null {
  return typeof value === "string" && value.length <= longest ? value : null;
}

/** A number, also where it came as text (G13); null for what is none. */
export function readNumber(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** A count of anything: whole and not negative, else null. */
export function readCount(value: unknown): number | null {
  const number = readNumber(value);
  if (number === null || number < 0) return null;
  const whole = Math.round(number);
  return Number.isSafeInteger(whole) ? whole : null;
}

/** Flags come as text too (G18). Neither yes nor no is neither. */
export function saysYes(flag: unknown): boolean {
  return flag === true || flag === "true";
}

export function saysNo(flag: unknown): boolean {
  return flag === false || flag === "false";
}

function isObject<Wire extends Record<string, unknown>>(value: unknown): value is Unread<Wire> {
  return typeof value === "object" && value !== null;
}
