import { AvinodeMeta, AvinodeSchedule, AvinodeScheduleRequest, type AvinodeMessage } from "@liftline/schema/avinode";
import { checkBody } from "./check-body.ts";
import type { AvinodeConnection } from "./connection.ts";
import { AvinodeError } from "./errors.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { readItems } from "./read-items.ts";

/** What became of an upload. Both belong in front of the people who keep the schedule (seed 004). */
export interface ScheduleReceipt {
  /** Under a 200 the schedule is stored, perhaps without the activities named here. */
  warnings: AvinodeMessage[];
  /** The answer as it came. */
  raw: string;
}

/** When aircraft are where: a seller keeps it up to date, aircraft by aircraft (seed 004, `avinode-api.md` B13, C8). */
export interface AvinodeSchedules {
  /**
   * Replaces the *whole* schedule of one aircraft: what is not sent is deleted. Send the last ended activity too, so that the position
   * is known. One try, whatever happens: the next round carries everything anyway. An aircraft is sent at most every five minutes;
   * sooner it fails here as `limited`, `retryAfterMs` says when. `refused`: errors, nothing is stored, `faults` name the places.
   * Times are UTC to the minute (`toScheduleTime`), else `invalid`, here.
   */
  put(body: AvinodeScheduleRequest, options?: AvinodeCallOptions): Promise<ScheduleReceipt>;
  /** What the marketplace knows of the fleet; `from` and `to` are instants in milliseconds. What cannot be read is left out. */
  list(options?: AvinodeCallOptions & { from?: number; to?: number }): Promise<AvinodeSchedule[]>;
}

export interface ScheduleSettings {
  clock?: { /** Milliseconds since the epoch. */ now(): number } | undefined;
  /** When each tail was last sent. Give one that outlives the process where it restarts within five minutes. */
  sentAt?: { get(tail: string): number | undefined; set(tail: string, at: number): unknown } | undefined;
}

/** By the documentation not to be set lower by anybody (seed 004): hence no option. */
const intervalMs = 5 * 60_000;
const path = "/schedules";

export function createSchedules({ send, log }: AvinodeConnection, settings: ScheduleSettings = {}): AvinodeSchedules {
  const { clock = Date, sentAt = new Map<string, number>() } = settings;

  function holdBack(tail: string): void {
    const waitMs = (sentAt.get(tail) ?? Number.NEGATIVE_INFINITY) + intervalMs - clock.now();
    if (waitMs > 0) {
      throw new AvinodeError({ operation: "schedules.put", reason: "limited", sent: false, retryAfterMs: waitMs });
    }
    // Before it is sent, and for good: a failed upload waits for the next round as well.
    sentAt.set(tail, clock.now());
  }

  return {
    async put(schedule, { signal } = {}) {
      const operation = "schedules.put";
      const body = checkBody(AvinodeScheduleRequest, schedule, operation);
      const faults = findOddTimes(body);
      if (faults.length > 0) throw new AvinodeError({ operation, reason: "invalid", sent: false, faults });
      holdBack(body.lift.aircraftTail);
      const { text } = await send({ operation, method: "PUT", path, body, signal, read: () => true });
      return { warnings: readWarnings(text), raw: text };
    },

    async list({ from, to, signal } = {}) {
      const stamp = (at: number | undefined) => (at === undefined ? undefined : toScheduleTime(at));
      const query = { startts: stamp(from), endts: stamp(to) };
      const operation = "schedules.list";
      const read = readItems(AvinodeSchedule, { operation, log });
      return (await send({ operation, method: "GET", path, query, signal, read })).value;
    },
  };
}

/** An instant (milliseconds since the epoch) in the form that schedules take: `2026-12-05T15:00Z`. Seconds are cut. */
export function toScheduleTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

const minute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;

const times = ["startDateTime", "endDateTime", "marketingStartDateTime", "marketingEndDateTime"] as const;

function findOddTimes({ activities }: AvinodeScheduleRequest): { path: string }[] {
  return activities.flatMap((activity, index) =>
    times
      .filter((name) => {
        const time = activity[name];
        return time !== undefined && !(minute.test(time) && !Number.isNaN(Date.parse(time)));
      })
      .map((name) => ({ path: `activities[${index}].${name}` })),
  );
}

/** The transport has read the envelope and thrown where it held errors. */
function readWarnings(text: string): AvinodeMessage[] {
  const { meta }: { meta?: unknown } = JSON.parse(text);
  return AvinodeMeta.pick({ warnings: true }).safeParse(meta).data?.warnings ?? [];
}
