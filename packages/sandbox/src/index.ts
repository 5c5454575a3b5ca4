export { sandboxApiToken, sandboxConnections, type SandboxConnection } from "./connections.ts";
export { createMarketplace, type LedgerLead, type Marketplace, type MarketplaceOptions } from "./marketplace.ts";
export { sentinels } from "./sentinels.ts";
export type { ReceivedCall } from "./state.ts";
export { aircraftTypes, type AircraftType } from "./world/aircraft-types.ts";
export type { MarketedAircraft } from "./world/list-fleet.ts";
export type { OutgoingNotification } from "./webhooks/outbox.ts";
