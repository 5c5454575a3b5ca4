import type { Reply } from "../http/endpoint.ts";
import { failureOfAirport, type Failure } from "../sentinels.ts";
import type { StoredSegment } from "./trip-book.ts";

/** What a trip from or to a sentinel airport stands for. */
export function failureOf(segments: readonly StoredSegment[]): Failure | undefined {
  return failureOfAirport(segments.flatMap(({ from, to }) => [from, to]).flatMap((airport) => airport?.icao ?? []));
}

/** The sentinels that only colour a good answer. */
export function shapeOf(segments: readonly StoredSegment[]): Reply["shape"] {
  const failure = failureOf(segments);
  return failure === "odd" || failure === "truncated" ? failure : undefined;
}
