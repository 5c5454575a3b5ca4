import { syncWebhooks } from "../notifications/sync-webhooks.ts";
import { brokerFlag, chooseBrokers } from "./choose.ts";
import { exitCodes, type Command } from "./command.ts";

/** Sees to it that the marketplace notifies this backend: makes, checks and repairs the settings there. */
export const webhooksSync: Command = {
  name: "webhooks sync",
  summary: "make, check and repair the webhook settings at the marketplace",
  flags: brokerFlag,
  async run(host, { flags, output }) {
    let failed = false;
    for (const broker of chooseBrokers(host.brokers, flags)) {
      try {
        output.write(`${broker.id}: ${await syncWebhooks(host, broker)}\n`);
      } catch (error) {
        failed = true;
        // The client's messages are made of fixed words and numbers (R8); of other errors only the name is.
        const reason = error instanceof Error && error.name === "AvinodeError" ? error.message : "failed";
        output.write(`${broker.id}: ${reason}\n`);
      }
    }
    return failed ? exitCodes.failed : exitCodes.done;
  },
};
