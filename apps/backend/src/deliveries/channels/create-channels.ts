import type { Log } from "../../log.ts";
import type { Channel, Channels } from "./channel.ts";
import { createCrmChannel } from "./crm.ts";
import { createEmailChannels } from "./email.ts";
import { createLateLog } from "./late-log.ts";
import type { Mailer } from "./mail/mailer.ts";
import { createMarketplaceChannel } from "./marketplace.ts";
import type { SearchAgainDependencies } from "./marketplace/search-again.ts";

/** Every way out of this host. */
export function createChannels(dependencies: SearchAgainDependencies & { mailer: Mailer | null; log: Log }): Channels {
  const { mailer, log } = dependencies;
  const lateLog = createLateLog(log);
  const channels = new Map<string, Channel>([
    ["marketplace", createMarketplaceChannel(dependencies)],
    ["email-broker-alert", lateLog],
  ]);
  if (mailer) {
    for (const [name, channel] of Object.entries(createEmailChannels(mailer))) channels.set(name, channel);
  }
  const alert = channels.get("email-broker-alert") ?? lateLog;
  channels.set("email-broker-alert", {
    ...alert,
    send: (delivery, by) => (by.broker.notify ? alert : lateLog).send(delivery, by),
  });
  return {
    find: (name) => channels.get(name) ?? crmChannel(name),
  };
}

/** A push is a push, whatever it tells. */
function crmChannel(name: string): Channel | undefined {
  const [, index] = /^crm(?:-erasure)?:(\d{1,2})$/.exec(name) ?? [];
  return index === undefined ? undefined : createCrmChannel(Number(index));
}
