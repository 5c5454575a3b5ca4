import type { Broker } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import type { LeadScope } from "../leads/leads.store.ts";
import type { Person } from "../leads/person.store.ts";
import { UsageError, type Command, type Flags } from "./command.ts";

/** Flags that say whose leads a command is about. */
export const brokerFlag = {
  broker: { takes: "text", help: "only this broker's, by its id in the configuration" },
} as const satisfies Command["flags"];
export const personFlags = {
  ...brokerFlag,
  email: { takes: "text", help: "all requests of the person with this address" },
  reference: { takes: "text", help: "one request, such as LL-7K3F9Q" },
} as const satisfies Command["flags"];

/** The broker that was named, or all of them. */
export function chooseBrokers({ all, findById }: Pick<Brokers, "all" | "findById">, flags: Flags): readonly Broker[] {
  const { broker: id } = flags;
  if (typeof id !== "string") return all;
  const broker = findById(id);
  if (!broker) throw new UsageError(`the configuration has no broker ${id}`);
  return [broker];
}

export function scopeOf({ id, environment }: Broker): LeadScope {
  return { brokerId: id, environment };
}

/** Whom it is about; null where nobody was named. */
export function choosePerson({ email, reference }: Flags): Person | null {
  if (typeof email === "string" && typeof reference === "string") {
    throw new UsageError("either --email or --reference, not both");
  }
  if (typeof email === "string") {
    if (!/^\S+@\S+$/.test(email)) throw new UsageError("--email takes an address");
    return { email };
  }
  if (typeof reference !== "string") return null;
  if (!/^LL-[0-9A-Z]{6}$/i.test(reference)) throw new UsageError("--reference takes a reference such as LL-7K3F9Q");
  return { reference };
}
