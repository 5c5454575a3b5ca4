import { exportLeads, type LeadExport } from "../leads/export-leads.ts";
import { createKeptLeadsStore } from "../leads/kept-leads.store.ts";
import { chooseBrokers, choosePerson, personFlags, scopeOf } from "./choose.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";
import { leadsCsv } from "./leads-csv.ts";

/** What is kept of a person, or of all of a broker's. */
export const leadsExport: Command = {
  name: "leads export",
  summary: "write what is kept of a person, or of everybody, to standard output",
  flags: { ...personFlags, format: { takes: "text", help: "json (default) or csv" } },
  async run({ brokers, database }, { flags, output }) {
    const { format = "json" } = flags;
    if (format !== "json" && format !== "csv") throw new UsageError("--format takes json or csv");
    const person = choosePerson(flags);
    const keptLeads = createKeptLeadsStore(database);
    const found: LeadExport = { leads: [], fromElsewhere: [] };
    for (const broker of chooseBrokers(brokers, flags)) {
      const { leads, fromElsewhere } = await exportLeads({ keptLeads }, { scope: scopeOf(broker), person });
      found.leads.push(...leads);
      found.fromElsewhere.push(...fromElsewhere);
    }
    output.write(format === "csv" ? leadsCsv(found) : `${JSON.stringify(found, null, 2)}\n`);
    const count = found.leads.length + found.fromElsewhere.length;
    output.tell(`${count} lead(s)`);
    return count === 0 ? exitCodes.nothing : exitCodes.done;
  },
};
