export * from "./airport.ts";
export * from "./lead.ts";
export * from "./option.ts";
export * from "./problem.ts";
export * from "./search.ts";
export * from "./settings.ts";
