import { sellerOf } from "../empty-legs/publish-leg.ts";
import type { Endpoint } from "../http/endpoint.ts";
import { invalid } from "../http/refusal.ts";
import { writeStamp } from "../routing/local-time.ts";
import { readMinute } from "./read-minute.ts";
import type { StoredSchedule } from "./put-schedule.ts";

/** `GET /schedules?startts&endts` (reference index): what is known of the company's fleet. Its body is our guess. */
export const listSchedules: Endpoint = {
  operation: "schedules.list",
  method: "get",
  path: "/schedules",
  answer: ({ connection, url }, state) => {
    sellerOf(connection, state);
    const from = readTime(url, "startts") ?? Number.NEGATIVE_INFINITY;
    const to = readTime(url, "endts") ?? Number.POSITIVE_INFINITY;
    const own = [...state.legs.schedules.values()].filter((schedule) => schedule.connection === connection.name);
    return { data: own.map((schedule) => write(schedule, { from, to })) };
  },
};

function readTime(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name);
  if (text === null) return undefined;
  // Seconds are cut: whole ones and milliseconds are both seen in time stamps (A3).
  const at = readMinute(text.replace(/(T\d{2}:\d{2})(:\d{2}(\.\d{1,3})?)?Z$/, "$1Z"));
  if (at === undefined) throw invalid(`parameter: ${name}`, name);
  return at;
}

function write({ tail, activities, uploadedAt }: StoredSchedule, span: { from: number; to: number }): object {
  return {
    type: "schedules",
    lift: { aircraftTail: tail },
    updatedOn: writeStamp(uploadedAt),
    activities: activities
      .filter(({ startsAt, endsAt }) => startsAt < span.to && endsAt > span.from)
      .map(({ request }) => request),
  };
}
