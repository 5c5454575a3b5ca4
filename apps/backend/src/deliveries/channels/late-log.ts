import type { Log } from "../../log.ts";
import { patientSchedule } from "../delivery-schedule.ts";
import type { Channel } from "./channel.ts";

/** `email-broker-alert` where no mail can be sent: whoever reads the log is told once, and tells the broker. */
export function createLateLog(log: Log): Channel {
  return {
    schedule: patientSchedule,
    tryMs: 1_000,
    concurrency: 1,
    async send({ lead_id: lead, broker_id: broker }) {
      log.error("delivery.late", { lead, broker });
      return { state: "delivered", reason: "logged" };
    },
  };
}
