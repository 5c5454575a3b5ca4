import type { TabStorage } from "../src/widget-context.ts";

/** A tab's memory that can be looked into. */
export function memoryStorage(): TabStorage & { text: () => string } {
  const held = new Map<string, string>();
  return {
    read: (name) => JSON.parse(held.get(name) ?? "null"),
    write: (name, value) => void held.set(name, JSON.stringify(value)),
    text: () => [...held.values()].join(),
  };
}
