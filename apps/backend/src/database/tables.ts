import type { DeliveriesTable, DeliveryAttemptsTable } from "../deliveries/deliveries.table.ts";
import type {
  LeadConsentsTable,
  LeadContactsTable,
  LeadKeysTable,
  LeadOptionsTable,
  LeadsTable,
  SearchClaimsTable,
} from "../leads/leads.table.ts";

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
}
