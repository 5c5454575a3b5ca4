import { eraseLeads } from "../leads/erase-leads.ts";
import { createKeptLeadsStore } from "../leads/kept-leads.store.ts";
import { chooseBrokers, choosePerson, personFlags, scopeOf } from "./choose.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";

/** Forgets a person. Without `--yes` it only says whom it would forget. */
export const leadsErase: Command = {
  name: "leads erase",
  summary: "forget a person: rows and file bytes; the broker's systems are told",
  flags: { ...personFlags, yes: { takes: "nothing", help: "do it; without this nothing is changed" } },
  async run(host, { flags, output }) {
    const person = choosePerson(flags);
    if (!person) throw new UsageError("whom? --email or --reference");
    const keptLeads = createKeptLeadsStore(host.database);
    let [found, waiting] = [0, 0];
    for (const broker of chooseBrokers(host.brokers, flags)) {
      const by = { scope: scopeOf(broker), person };
      if (flags["yes"] !== true) {
        const leads = await keptLeads.list(by.scope, person);
        const foreign = await keptLeads.listForeign(by.scope, person);
        for (const { lead } of leads) output.write(`would erase ${lead.reference} of ${broker.id}\n`);
        if (foreign.length > 0) output.write(`would erase ${foreign.length} from elsewhere of ${broker.id}\n`);
        found += leads.length + foreign.length;
        continue;
      }
      const { erased, pending, foreign } = await eraseLeads(host, by);
      for (const reference of erased) output.write(`erased ${reference} of ${broker.id}\n`);
      for (const reference of pending) output.write(`waits ${reference} of ${broker.id}: it is being sent\n`);
      if (foreign > 0) output.write(`erased ${foreign} from elsewhere of ${broker.id}\n`);
      found += erased.length + pending.length + foreign;
      waiting += pending.length;
    }
    if (found === 0) output.tell("nobody of that name is kept here");
    else if (flags["yes"] !== true) output.tell("nothing was changed: add --yes to do it");
    else output.tell("what has reached the marketplace or mailboxes has to be erased there");
    if (waiting > 0) return exitCodes.pending;
    return found === 0 ? exitCodes.nothing : exitCodes.done;
  },
};
