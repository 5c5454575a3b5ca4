import type { AvinodeCancelReason, AvinodeCancelRequest } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeOperation } from "@liftline/schema/avinode";
import { pathTo } from "./path-to.ts";

/** A trip or an RFQ as it was read. */
export interface AvinodeCancelable {
  id: string;
  href?: string | null | undefined;
  actions?: { cancel?: { href: string } | null | undefined } | null | undefined;
}

/** Why, and what the sellers are told. */
export interface AvinodeCancellation {
  reason: AvinodeCancelReason;
  messageToSeller?: string;
}

/** Where to cancel, by its own action where it has one, and the body that says once more what is meant (G26). */
export function cancelTarget(
  target: AvinodeCancelable,
  words: AvinodeCancellation,
  by: { connection: AvinodeConnection; operation: AvinodeOperation; collection: "/trips" | "/rfqs" },
): { path: string; body: AvinodeCancelRequest } {
  const { connection, operation, collection } = by;
  const { baseUrl } = connection;
  const { reason, messageToSeller } = words;
  const own = pathTo(target.id, { operation, baseUrl, collection });
  const href = target.href ?? `${baseUrl.replace(/\/+$/, "")}${own}`;
  const action = target.actions?.cancel ?? target.id;
  return {
    path: pathTo(action, { operation, baseUrl, collection, action: "/cancel" }),
    body: {
      id: target.id,
      type: collection === "/trips" ? "trip" : "arfq",
      href,
      reason,
      ...(messageToSeller !== undefined && { messageToSeller }),
    },
  };
}
