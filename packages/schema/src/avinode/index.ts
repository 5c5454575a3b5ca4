export * from "./airport.ts";
export * from "./envelope.ts";
export * from "./lead-contact.ts";
export * from "./lead.ts";
export * from "./notification.ts";
export * from "./search.ts";
export * from "./webhook-settings.ts";
