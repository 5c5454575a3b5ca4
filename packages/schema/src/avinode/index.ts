export * from "./airport.ts";
export * from "./envelope.ts";
export * from "./lead.ts";
export * from "./search.ts";
