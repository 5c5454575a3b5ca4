/**
 * The values of a sparse field, repeated or parted by commas: `fields[searches]=amenities&fields[searches]=safety`. The
 * documentation's older spelling `field[…]` is not understood, so that a caller who uses it notices (G7).
 */
export function readFields(url: URL, key: string): Set<string> {
  return new Set(
    url.searchParams
      .getAll(`fields[${key}]`)
      .flatMap((value) => value.split(","))
      .filter(Boolean),
  );
}
