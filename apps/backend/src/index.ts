export { createApp } from "./app.ts";
export { ConfigError, readConfig } from "./config.ts";
export type { BrokerConfig, Config, ConfigSources } from "./config.ts";
export { openDatabase } from "./database/open-database.ts";
export { createDependencies } from "./dependencies.ts";
export type { Dependencies, HostParts } from "./dependencies.ts";
export { readWidgetFiles } from "./http/widget-files.ts";
export { createLog } from "./log.ts";
export type { Log, LogFields } from "./log.ts";
