import { createHash } from "node:crypto";
import { AvinodeNotification } from "@liftline/schema/avinode";

/** What a notification says, and what it is known by. */
export interface Pointer {
  type: string | null;
  resourceId: string | null;
  href: string | null;
  /** The same for every notification of the same thing. */
  hash: string;
}

/** The shape that `readBody` is asked for: any object will do, whatever is in it (R27). */
export const Notification = AvinodeNotification;

export function readNotification({ type = null, id = null, href = null }: AvinodeNotification): Pointer {
  const hash = createHash("sha256")
    .update(JSON.stringify([type, id, href]))
    .digest("base64url");
  return { type, resourceId: id, href, hash };
}
