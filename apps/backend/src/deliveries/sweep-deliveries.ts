import type { Log } from "../log.ts";
import type { SweepsStore } from "./sweeps.store.ts";

export interface SweepDependencies {
  sweeps: SweepsStore;
  log: Log;
}

/** What only the time decides: too old becomes a person's, and whoever should know is told. Run it at least every minute. */
export async function sweepDeliveries({ sweeps, log }: SweepDependencies): Promise<void> {
  for (const { id, broker_id: broker, channel } of await sweeps.giveUp()) {
    log.error("delivery.given-up", { delivery: id, broker, channel });
  }
  await sweeps.raiseAlerts();
}
