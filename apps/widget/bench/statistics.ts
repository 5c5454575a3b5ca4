/** The middle one; of an even number the upper. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of each place of several rows. */
export function mediansOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, place) => median(rows.flatMap((row) => row[place] ?? [])));
}

/** The median of how many times the other each was, turn by turn: two of one turn met the same load. */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, turn) => value / (others[turn] ?? Number.NaN)));
}
