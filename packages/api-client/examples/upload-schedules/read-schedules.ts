import { AvinodeScheduleRequest } from "@liftline/schema/avinode";
import { readCsv } from "./read-csv.ts";

/** The whole schedule of each aircraft that the CSV names. Throws where a line makes no sense: half a schedule would delete the rest. */
export function readSchedules(csv: string): AvinodeScheduleRequest[] {
  const byTail = Map.groupBy(readCsv(csv), (row) => row["tail"] ?? "");
  return [...byTail].map(([aircraftTail, rows]) => {
    const schedule = AvinodeScheduleRequest.safeParse({ lift: { aircraftTail }, activities: rows.map(toActivity) });
    if (schedule.success) return schedule.data;
    const places = schedule.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`${aircraftTail || "a line without a tail"}: ${places.join("; ")}`);
  });
}

function toActivity(row: Record<string, string>) {
  return present({
    activityId: row["activity"],
    activityType: row["type"],
    // Of a booked trip: the number of the lift that was asked for, which tells the marketplace what came of it (seed 004).
    tripId: row["trip"],
    startAirport: { icao: row["from"] },
    endAirport: { icao: row["to"] },
    startDateTime: row["start"],
    endDateTime: row["end"],
    paxCount: toNumber(row["passengers"]),
    note: row["note"],
    price: toNumber(row["price"]),
    currency: row["currency"],
    marketingStartDateTime: row["marketingStart"],
    marketingEndDateTime: row["marketingEnd"],
  });
}

function toNumber(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}

/** Empty cells are left out. */
function present(activity: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(activity).filter(([, value]) => value !== undefined && value !== ""));
}
