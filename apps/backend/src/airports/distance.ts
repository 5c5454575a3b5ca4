import type { Position } from "@liftline/schema";

const earthRadiusNm = 3440.065;

/** Great-circle distance in nautical miles; infinite to an airport that is nowhere. */
export function distanceNm(from: Position, to: Position | null): number {
  if (!to) return Number.POSITIVE_INFINITY;
  const [latitude, otherLatitude] = [radians(from.latitude), radians(to.latitude)];
  const north = Math.sin((otherLatitude - latitude) / 2);
  const east = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord = north * north + Math.cos(latitude) * Math.cos(otherLatitude) * east * east;
  return 2 * earthRadiusNm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
