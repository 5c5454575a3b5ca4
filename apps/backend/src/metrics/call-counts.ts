import type { Log } from "../log.ts";

/** Calls to the marketplace since this process began, by what came of them. */
export interface CallCounts {
  /** A log that counts the calls of a broker's connection on their way into the other one. */
  counting(log: Log, broker: string): Log;
  list(): { broker: string; operation: string; outcome: string; count: number }[];
}

/** The client already says of each call how it ended, in words of a closed set: what is counted can carry nobody's name (R8). */
export function createCallCounts(): CallCounts {
  const counts = new Map<string, number>();
  function add(...labels: string[]): void {
    const key = labels.join("\n");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    counting(log, broker) {
      const through =
        (write: Log["info"]): Log["info"] =>
        (event, fields) => {
          const operation = String(fields?.["operation"] ?? "");
          if (event === "marketplace.answered") add(broker, operation, "answered");
          if (event === "marketplace.failed") add(broker, operation, String(fields?.["reason"] ?? "unknown"));
          write(event, fields);
        };
      return { info: through(log.info), warn: through(log.warn), error: through(log.error) };
    },
    list: () =>
      [...counts].map(([key, count]) => {
        const [broker = "", operation = "", outcome = ""] = key.split("\n");
        return { broker, operation, outcome, count };
      }),
  };
}
