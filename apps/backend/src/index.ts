export { createApp } from "./app.ts";
export { ConfigError, readConfig } from "./config.ts";
export type { BrokerConfig, Config, ConfigSources } from "./config.ts";
export { createDependencies } from "./dependencies.ts";
export type { Dependencies, Overrides } from "./dependencies.ts";
export { createLog } from "./log.ts";
export type { Log, LogFields } from "./log.ts";
