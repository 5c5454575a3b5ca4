import { patientSchedule } from "../delivery-schedule.ts";
import type { Channel } from "./channel.ts";

/** `crm:{index}`: pushes the frozen event to that system of the broker, signed, with the delivery's id. */
export function createCrmChannel(index: number): Channel {
  return {
    schedule: patientSchedule,
    tryMs: 30_000,
    concurrency: 4,
    async send(delivery, { broker, signal }) {
      const client = broker.crm?.[index];
      // Taken out of the configuration since: nobody can say where it was to go.
      if (!client) return { state: "manual", reason: "crm-unknown" };
      return client.push({ id: delivery.id, body: delivery.body, signal });
    },
  };
}
