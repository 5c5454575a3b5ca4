export { ApiError } from "./api-error.ts";
export type { ApiErrorCode } from "./api-error.ts";
export { createClient } from "./client.ts";
export type { AirportLookup, Client, ClientFetch, ClientOptions } from "./client.ts";
export { tripPath } from "./trip-path.ts";
export type { SharedTrip } from "./trip-path.ts";
export { calendarPath } from "./calendar-path.ts";
export type { CalendarTrip } from "./calendar-path.ts";
export { writeJson } from "./write-json.ts";
