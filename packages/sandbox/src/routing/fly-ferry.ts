import type { AircraftType } from "../world/aircraft-types.ts";
import type { Airport } from "../world/airports.ts";
import { distanceNm } from "./great-circle.ts";
import { fuelStopMinutes, groundSpeedKt, hopMinutes, maxFuelStops, taxiMinutes } from "./fly-leg.ts";

/** A flight without passengers. Nobody sees its way, so its fuel stops are counted, not looked for. */
export interface Ferry {
  blockMinutes: number;
  landings: number;
}

export function flyFerry(type: AircraftType, from: Airport, to: Airport): Ferry | undefined {
  if (from === to) return { blockMinutes: 0, landings: 0 };
  const stillAir = (distanceNm(from, to) * type.cruiseKt) / groundSpeedKt(type, from, to);
  // Stops never lie exactly on the way: nine tenths of the range count.
  const hops = stillAir <= type.rangeNm ? 1 : Math.ceil(stillAir / (type.rangeNm * 0.9));
  if (hops > maxFuelStops + 1) return undefined;
  const onGround = (hops - 1) * fuelStopMinutes + hops * taxiMinutes(type);
  return { blockMinutes: hopMinutes(type, from, to) + onGround, landings: hops };
}
