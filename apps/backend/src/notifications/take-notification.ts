import { createHash } from "node:crypto";
import type { AvinodeNotification } from "@liftline/schema/avinode";
import type { Broker } from "../brokers/broker.ts";
import { UniqueConflict } from "../database/database.ts";
import { randomId } from "../database/random-id.ts";
import { DomainError } from "../domain-error.ts";
import type { Log } from "../log.ts";
import type { Randomness } from "../randomness.ts";
import type { Sender } from "./identify-sender.ts";
import type { NotificationWorker } from "./notification-worker.ts";
import { restMs, type NotificationsStore } from "./notifications.store.ts";
import { placeOf } from "./place-of.ts";
import { readNotification, type Pointer } from "./read-notification.ts";

export interface TakeNotificationDependencies {
  notifications: Pick<NotificationsStore, "save">;
  notificationWorker: Pick<NotificationWorker, "wakeIn">;
  /** The only place that is followed. */
  marketplaceUrl: string;
  randomness: Randomness;
  log: Log;
}

/** What is looked at; everything else is kept for a later version, and counted (R27). */
const followedTypes = new Set(["leads"]);

/** Stores a notification or counts it, and nothing else: who sends waits for the answer and gives up soon (R25). */
export async function takeNotification(
  dependencies: TakeNotificationDependencies,
  { sender, notification, text }: { sender: Sender; notification: AvinodeNotification; text: string },
): Promise<void> {
  const { broker, once } = sender;
  const pointer = readNotification(notification);
  const reason = whyNotFollowed(dependencies, { broker, pointer });
  await dependencies.notifications
    .save({
      id: randomId(dependencies.randomness, "notification"),
      brokerId: broker.id,
      environment: broker.environment,
      pointer: pointer.hash,
      type: pointer.type,
      resourceId: pointer.resourceId,
      href: pointer.href,
      body: text,
      isFollowed: reason === null,
      reason,
      nonce: once && {
        hash: createHash("sha256").update(once.nonce).digest("base64url"),
        expiresAt: new Date(once.validUntil).toISOString(),
      },
    })
    .catch((error: unknown) => {
      throw error instanceof UniqueConflict ? new DomainError("notification.unauthorized") : error;
    });
  // It rests first; two hundred at once need no two hundred looks.
  if (reason === null) dependencies.notificationWorker.wakeIn(restMs);
  else dependencies.log.info("notification.kept", { broker: broker.id, reason });
}

/** Null where it is followed. Throws where this instance must not even take it. */
function whyNotFollowed(
  { marketplaceUrl, log }: TakeNotificationDependencies,
  { broker, pointer }: { broker: Broker; pointer: Pointer },
): string | null {
  const place = pointer.href === null ? null : placeOf(pointer.href, marketplaceUrl);
  if (place === "live") {
    log.error("notification.refused", { broker: broker.id, reason: "live" });
    throw new DomainError("notification.refused");
  }
  if (place === null) return "no-address";
  if (place === "elsewhere") {
    log.warn("notification.suspicious", { broker: broker.id, reason: "elsewhere" });
    return "elsewhere";
  }
  return followedTypes.has(pointer.type ?? "") ? null : "unknown-type";
}
