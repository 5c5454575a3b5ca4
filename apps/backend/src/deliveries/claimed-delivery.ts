import type { DeliveriesTable } from "./deliveries.table.ts";

/** A delivery as it was claimed: whoever has this lease may settle it. */
export type ClaimedDelivery = DeliveriesTable & { lease: string; lease_until: string };
