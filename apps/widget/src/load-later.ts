import type * as booking from "./booking.tsx";

export type Later = typeof booking;

/** The file with everything but the form. The browser fetches it once, however often it is asked. */
export function loadLater(): Promise<Later> {
  return import("./booking.tsx");
}
