import { writeJson } from "@liftline/api-client";
import type { TabStorage } from "./widget-context.ts";

/** This tab's memory under an embed key. A browser that refuses it, or one that is full, is a tab without memory. */
export function createTabStorage(embedKey: string, storage: () => Storage): TabStorage {
  const keyOf = (name: string) => `liftline:${embedKey}:${name}`;
  return {
    read(name) {
      try {
        return JSON.parse(storage().getItem(keyOf(name)) ?? "null");
      } catch {
        return null;
      }
    },
    write(name, value) {
      try {
        storage().setItem(keyOf(name), writeJson(value));
      } catch {
        // Nothing is lost but the comfort of finding the trip again.
      }
    },
  };
}
