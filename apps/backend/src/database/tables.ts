import type { CallBucketsTable } from "../brokers/call-buckets.table.ts";
import type { ConnectionsTable } from "../brokers/connections.table.ts";
import type {
  DeliveriesTable,
  DeliveryAttemptsTable,
  DeliveryEventsTable,
  DeliveryLanesTable,
} from "../deliveries/deliveries.table.ts";
import type {
  LeadConsentsTable,
  LeadContactsTable,
  LeadErasuresTable,
  LeadKeysTable,
  LeadOptionsTable,
  LeadsTable,
  SearchClaimsTable,
} from "../leads/leads.table.ts";
import type {
  ForeignErasuresTable,
  ForeignLeadsTable,
  NotificationNoncesTable,
  NotificationsTable,
  WebhookSettingsTable,
} from "../notifications/notifications.table.ts";

/** Every table by its name. A row's shape stands with the room that owns it. */
export interface Tables {
  leads: LeadsTable;
  lead_contacts: LeadContactsTable;
  lead_consents: LeadConsentsTable;
  lead_options: LeadOptionsTable;
  lead_keys: LeadKeysTable;
  search_claims: SearchClaimsTable;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  delivery_events: DeliveryEventsTable;
  delivery_lanes: DeliveryLanesTable;
  notifications: NotificationsTable;
  notification_nonces: NotificationNoncesTable;
  foreign_leads: ForeignLeadsTable;
  foreign_erasures: ForeignErasuresTable;
  webhook_settings: WebhookSettingsTable;
  lead_erasures: LeadErasuresTable;
  call_buckets: CallBucketsTable;
  connections: ConnectionsTable;
}
