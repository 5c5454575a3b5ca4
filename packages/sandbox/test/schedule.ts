import type { AvinodeMessage } from "@liftline/schema/avinode";
import { AvinodeMeta } from "@liftline/schema/avinode";
import { z } from "zod";
import type { Caller } from "./caller.ts";
import { sellerToken, tailOfSeller } from "./legs.ts";

export interface Uploaded {
  status: number;
  errors: AvinodeMessage[];
  warnings: AvinodeMessage[];
}

/** A flight of the seller's day; each starts where the one before has ended. */
export function activity(change: object = {}): object {
  return {
    activityId: "a-1",
    activityType: "PassengerFlight",
    startAirport: { icao: "EGGW" },
    endAirport: { icao: "LEPA" },
    startDateTime: "2026-12-05T09:00Z",
    endDateTime: "2026-12-05T11:20Z",
    paxCount: 4,
    ...change,
  };
}

/** What ended last, so that the position is known. */
export const landed = activity({
  activityId: "a-0",
  startAirport: { icao: "LFPB" },
  endAirport: { icao: "EGGW" },
  startDateTime: "2026-11-30T09:00Z",
  endDateTime: "2026-11-30T10:10Z",
});

/** The same flight, empty and on the market. */
export function emptyActivity(change: object = {}): object {
  return activity({
    activityType: "EmptyLeg",
    paxCount: 0,
    price: 9000,
    currency: "EUR",
    marketingVerified: true,
    marketingMessage: "Good deal!",
    ...change,
  });
}

/** Sends a whole schedule of the seller's first aircraft, after the five minutes that are due. */
export async function upload(caller: Caller, activities: object[], change: object = {}): Promise<Uploaded> {
  caller.advance(5 * 60_000);
  const body = { lift: { aircraftTail: tailOfSeller() }, activities, ...change };
  const answer = await caller.put("/schedules", body, sellerToken);
  const { meta } = z.object({ meta: AvinodeMeta }).parse(JSON.parse(answer.text));
  return { status: answer.status, errors: meta.errors ?? [], warnings: meta.warnings ?? [] };
}
