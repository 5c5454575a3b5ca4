import type { Broker } from "../brokers/broker.ts";
import type { ChannelName } from "./channels/channel.ts";

/** Where this broker's leads go: one delivery for each, made together with the lead. */
export function channelsOf(_broker: Broker): readonly ChannelName[] {
  return ["marketplace"];
}
