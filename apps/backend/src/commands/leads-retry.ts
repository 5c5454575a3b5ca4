import { createStuckStore } from "../deliveries/stuck.store.ts";
import { brokerFlag, chooseBrokers, choosePerson, personFlags, scopeOf } from "./choose.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";

/** What waits for a person is tried again from the start, by whichever process delivers. */
export const leadsRetry: Command = {
  name: "leads retry",
  summary: "try again what waits for a person",
  flags: {
    ...brokerFlag,
    reference: personFlags.reference,
    all: { takes: "nothing", help: "everything that waits" },
  },
  async run({ brokers, database, unclaimed }, { flags, output }) {
    const person = choosePerson(flags);
    const reference = person && "reference" in person ? person.reference : null;
    if (reference === null && flags["all"] !== true) throw new UsageError("which? --reference or --all");
    const stuck = createStuckStore(database);
    let count = 0;
    for (const broker of chooseBrokers(brokers, flags)) {
      const scope = scopeOf(broker);
      for (const { id, channel, reason, ...lead } of await stuck.list(scope, reference)) {
        if (!(await unclaimed.retry(scope, id))) continue;
        output.write(`again ${lead.reference} of ${broker.id} to ${channel} (${reason ?? "unknown"})\n`);
        count += 1;
      }
    }
    output.tell(`${count} to be tried again`);
    return count === 0 ? exitCodes.nothing : exitCodes.done;
  },
};
