/** A stream of pseudo-random numbers that a seed repeats exactly. */
export interface Random {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Some of them, each with this probability, in their order. */
  some<Value>(values: readonly Value[], probability: number): Value[];
  /** Upper case, in the form of the marketplace's company and lift ids. */
  guid(): string;
}

/** Mulberry32: small, fast and good enough for a world. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }
  function pick<Value>(values: readonly Value[]): Value {
    const value = values[between(0, values.length - 1)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  }
  function hex(length: number): string {
    return Array.from({ length }, () => between(0, 15).toString(16))
      .join("")
      .toUpperCase();
  }
  return {
    next,
    between,
    pick,
    chance: (probability) => next() < probability,
    some: (values, probability) => values.filter(() => next() < probability),
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-A${hex(3)}-${hex(12)}`,
  };
}

/** A seed for a part of the world, so that a change in one part does not shuffle the others. */
export function seedFor(seed: number, part: string): number {
  let mixed = seed >>> 0;
  for (const letter of part) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mixed;
}
