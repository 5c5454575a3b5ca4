/** What is known of a broker's connection to the marketplace. */
export interface ConnectionsTable {
  broker_id: string;
  environment: string;
  /** ISO 8601 UTC; when we began to count, where it has not worked since. */
  last_success_at: string;
  /** How many days of silence the broker was told of; 0 where they were told of none. */
  told_days: number;
}
