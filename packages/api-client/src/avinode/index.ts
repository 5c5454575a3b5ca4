export type { AirportSearch } from "./airports.ts";
export type { AvinodeAuth } from "./auth.ts";
export { createAvinodeClient } from "./client.ts";
export type { AvinodeClient } from "./client.ts";
export { AvinodeError } from "./errors.ts";
export type { AvinodeErrorDetails, AvinodeFailure, AvinodeFault, AvinodeOperation } from "./errors.ts";
export type { AvinodeLeads, ReadLead } from "./leads.ts";
export type { AvinodeCallOptions, AvinodeClientOptions, AvinodeLog } from "./options.ts";
export type { Budget, Rate } from "./throttle.ts";
