import * as fc from "fast-check";

/** One thing done to an answer. */
interface Spoiling {
  /** Which of its places, counted round. */
  at: number;
  how: "drop" | "replace" | "wrap" | "double";
  value: unknown;
}

/** Up to four things that an answer should not be. */
export const spoilings: fc.Arbitrary<Spoiling[]> = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom("drop" as const, "replace" as const, "wrap" as const, "double" as const),
    value: fc.oneof(
      fc.constantFrom<unknown>(null, "", 0, -1, true, [], {}, "CANARY", Number.MAX_SAFE_INTEGER, [[]], { data: null }),
      fc.jsonValue(),
      fc.string({ maxLength: 200 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

export function spoil(body: unknown, all: readonly Spoiling[]): unknown {
  return all.reduce((spoilt, spoiling) => {
    const places = countPlaces(spoilt);
    return spoilAt(spoilt, spoiling, { left: spoiling.at % places });
  }, body);
}

function countPlaces(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + countPlaces(inner), 1);
}

const nothing = Symbol("nothing");

function spoilAt(value: unknown, spoiling: Spoiling, walk: { left: number }): unknown {
  const changed = step(value, spoiling, walk);
  return changed === nothing ? undefined : changed;
}

function step(value: unknown, spoiling: Spoiling, walk: { left: number }): unknown {
  if (walk.left === 0) {
    walk.left = -1;
    if (spoiling.how === "drop") return nothing;
    if (spoiling.how === "wrap") return [value];
    return spoiling.how === "double" ? [value, value] : spoiling.value;
  }
  walk.left -= 1;
  if (typeof value !== "object" || value === null || walk.left < 0) return value;
  if (Array.isArray(value)) return value.map((item) => step(item, spoiling, walk)).filter((item) => item !== nothing);
  const entries = Object.entries(value).map(([key, inner]) => [key, step(inner, spoiling, walk)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== nothing));
}

/** A value with 0 to 2 more properties in each of its objects, and those in another order. */
export function grown(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.tuple(...value.map(grown));
  if (typeof value !== "object" || value === null) return fc.constant(value);
  const known = Object.entries(value).map(([name, inner]) => fc.tuple(fc.constant(name), grown(inner)));
  const name = fc.string().map((text) => `new${text}`);
  const unknown = fc.array(fc.tuple(name, fc.jsonValue({ maxDepth: 1 })), { maxLength: 2 });
  return fc
    .tuple(fc.tuple(...known), unknown)
    .chain(([old, added]) => fc.shuffledSubarray([...old, ...added], { minLength: old.length + added.length }))
    .map((entries) => Object.fromEntries(entries));
}
