import type { Log } from "../log.ts";
import type { ConnectionScope, ConnectionsStore } from "./connections.store.ts";

/** Often enough for a count of days. */
const everyMs = 60 * 60_000;

/** A log that notes on its way into the other one when a broker's connection has worked; once an hour, and nobody waits for it. */
export function noteSuccesses(
  {
    connections,
    clock,
    log,
  }: { connections: Pick<ConnectionsStore, "noteSuccess">; clock: { now(): number }; log: Log },
  scope: ConnectionScope,
): Log {
  let quietUntil = 0;
  return {
    warn: log.warn,
    error: log.error,
    info(event, fields) {
      log.info(event, fields);
      if (event !== "marketplace.answered" || clock.now() < quietUntil) return;
      quietUntil = clock.now() + everyMs;
      connections.noteSuccess(scope).catch(() => (quietUntil = 0));
    },
  };
}
