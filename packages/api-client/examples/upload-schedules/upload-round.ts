import { AvinodeError, type AvinodeSchedules } from "@liftline/api-client/avinode";
import type { AvinodeScheduleRequest } from "@liftline/schema/avinode";

/** Sends each aircraft's schedule once. What fails waits for the next round (seed 004); `tell` gets what people are to be shown. */
export async function uploadRound(
  schedules: readonly AvinodeScheduleRequest[],
  { to, tell }: { to: Pick<AvinodeSchedules, "put">; tell: (line: string) => void },
): Promise<void> {
  for (const schedule of schedules) {
    const { aircraftTail } = schedule.lift;
    try {
      const { warnings } = await to.put(schedule);
      tell(`${aircraftTail}: stored`);
      for (const { title, code, path } of warnings) tell(`${aircraftTail}: ${path ?? ""} ${title ?? code ?? ""}`);
    } catch (error) {
      if (!(error instanceof AvinodeError)) throw error;
      const places = error.faults.map(({ path, code }) => `${path ?? ""} ${code ?? ""}`);
      tell([`${aircraftTail}: not stored, ${error.reason}`, ...places].join("; "));
    }
  }
}
