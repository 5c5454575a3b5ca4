/** The file with everything after the search. The browser fetches it once, however often it is asked. */
export function loadBooking(): Promise<typeof import("./booking.tsx")> {
  return import("./booking.tsx");
}
