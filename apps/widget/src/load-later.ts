export type Later = typeof import("./booking.tsx");

/** The file with everything but the form. The browser fetches it once, however often it is asked. */
export function loadLater(): Promise<Later> {
  return import("./booking.tsx");
}
