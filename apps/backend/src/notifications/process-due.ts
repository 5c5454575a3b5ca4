import type { Brokers } from "../brokers/brokers.ts";
import { newLease } from "./notification-worker.ts";
import type { NotificationsStore } from "./notifications.store.ts";
import { processNotification, type ProcessNotificationDependencies } from "./process-notification.ts";

export interface ProcessDueDependencies extends ProcessNotificationDependencies {
  notifications: ProcessNotificationDependencies["notifications"] & Pick<NotificationsStore, "claim" | "nextDueAt">;
  brokers: Pick<Brokers, "findById" | "all">;
}

/**
 * Looks at everything that is due now, one after the other, and returns how much that was. For a host that wakes by a clock:
 * `until` (milliseconds since the epoch) is when it must have ended; what is left is due the next time.
 */
export async function processDue(
  dependencies: ProcessDueDependencies,
  until = Number.POSITIVE_INFINITY,
): Promise<number> {
  const { notifications, brokers } = dependencies;
  const environment = brokers.all[0]?.environment ?? "sandbox";
  let count = 0;
  while (notifications.clock.now() < until) {
    const claimed = await notifications.claim({ environment, lease: newLease(dependencies), busyBrokers: [] });
    if (!claimed) break;
    await processNotification(dependencies, claimed);
    count += 1;
  }
  return count;
}
