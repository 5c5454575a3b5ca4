import type { parts } from "./booking.tsx";

export type Later = typeof parts;

/** The file with everything but the form. The browser fetches it once, however often it is asked. */
export function loadLater(): Promise<Later> {
  return import("./booking.tsx").then((file) => file.parts);
}
