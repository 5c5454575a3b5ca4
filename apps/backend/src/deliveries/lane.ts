import type { ChannelName } from "./channels/channel.ts";

/** One channel of one broker in one environment. What goes wrong in a lane stays in it. */
export interface Lane {
  brokerId: string;
  environment: string;
  channel: ChannelName | (string & {});
}

/** Failed tries in a row after which a lane is probed instead of tried. */
export const failuresUntilOutage = 5;

const firstProbeMs = 5_000;
/** No longer: while it lasts, a fresh lead waits for the next probe. */
const longestProbeMs = 60_000;

/** Milliseconds until a lane with so many failures in a row is probed again. */
export function outageMs(failures: number): number {
  return Math.min(longestProbeMs, firstProbeMs * 2 ** Math.max(0, failures - failuresUntilOutage));
}

/** Names the lane; the parts cannot contain the separator. */
export function laneKey({ brokerId, environment, channel }: Lane): string {
  return [brokerId, environment, channel].join("\n");
}
