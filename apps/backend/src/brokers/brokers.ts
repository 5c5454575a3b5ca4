import type { Broker } from "./broker.ts";

/** All brokers of this host, by what names them. */
export interface Brokers {
  all: readonly Broker[];
  findByEmbedKey(embedKey: string): Broker | undefined;
  findById(id: string): Broker | undefined;
  /** Whether any broker lists this origin. */
  anyLists(origin: string): boolean;
}

export function createBrokers(all: readonly Broker[]): Brokers {
  const byEmbedKey = new Map(all.flatMap((broker) => broker.embedKeys.map((key) => [key, broker])));
  const byId = new Map(all.map((broker) => [broker.id, broker]));
  const origins = new Set(all.flatMap((broker) => broker.origins));
  return {
    all,
    findByEmbedKey: (embedKey) => byEmbedKey.get(embedKey),
    findById: (id) => byId.get(id),
    anyLists: (origin) => origins.has(origin),
  };
}
