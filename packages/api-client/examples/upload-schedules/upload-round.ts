import { AvinodeError, type AvinodeSchedules } from "@liftline/api-client/avinode";
import type { AvinodeScheduleRequest } from "@liftline/schema/avinode";

/**
 * Sends each aircraft's schedule once. What fails waits for the next round (seed 004); `tell` gets what people are to be shown. True where
 * all of them are stored.
 */
export async function uploadRound(
  schedules: readonly AvinodeScheduleRequest[],
  { to, tell }: { to: Pick<AvinodeSchedules, "put">; tell: (line: string) => void },
): Promise<boolean> {
  let isStored = true;
  for (const schedule of schedules) {
    const { aircraftTail } = schedule.lift;
    try {
      const { warnings } = await to.put(schedule);
      tell(`${aircraftTail}: stored`);
      for (const { title, code, path } of warnings) tell(`${aircraftTail}: ${path ?? ""} ${title ?? code ?? ""}`);
    } catch (error) {
      if (!(error instanceof AvinodeError)) throw error;
      isStored = false;
      const places = error.faults.map(({ path, code }) => `${path ?? ""} ${code ?? ""}`);
      tell([`${aircraftTail}: not stored, ${error.reason}`, ...places].join("; "));
    }
  }
  return isStored;
}
