/** Only plain values: nothing that could carry a body, a person or a token by accident (R8). */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Events are `noun.happened`, such as `lead.stored`. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
