/** How much of a call budget is left: one row for each operation of each connection. Times in milliseconds since the epoch. */
export interface CallBucketsTable {
  /** Broker, environment and operation. */
  name: string;
  /** When all that was taken has been refilled; in the past: the bucket is full. */
  full_at: number;
  /** Nothing goes before: the marketplace said so. */
  frozen_until: number;
  /** Counts the freezes: a turn that was promised before one is void. */
  epoch: number;
}
