export interface Position {
  latitude: number;
  longitude: number;
}

const earthRadiusNm = 3440.065;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Nautical miles along the great circle (haversine). */
export function distanceNm(from: Position, to: Position): number {
  const height = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const width = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = height + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * width;
  return 2 * earthRadiusNm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** How far east the way leads at its start: 1 due east, -1 due west. */
export function eastward(from: Position, to: Position): number {
  const turn = radians(to.longitude - from.longitude);
  const y = Math.sin(turn) * Math.cos(radians(to.latitude));
  const x =
    Math.cos(radians(from.latitude)) * Math.sin(radians(to.latitude)) -
    Math.sin(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.cos(turn);
  return Math.sin(Math.atan2(y, x));
}
