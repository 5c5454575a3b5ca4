import type { Clock } from "./clock.ts";

/** Only plain values: nothing that could carry a body, a person or a token by accident (R8). */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Events are `noun.happened`, such as `lead.stored`. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** From chatty to quiet; `debug` is accepted for hosts whose tools set it and means `info`. */
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** One JSON object a line; JSON escapes line breaks, so no value can forge a second line. */
export function createLog(options: { level: LogLevel; clock: Clock; write: (line: string) => void }): Log {
  const threshold = logLevels.indexOf(options.level);
  return { info: writer("info"), warn: writer("warn"), error: writer("error") };

  function writer(level: LogLevel): Log["info"] {
    if (logLevels.indexOf(level) < threshold) return () => {};
    return (event, fields) => {
      const time = new Date(options.clock.now()).toISOString();
      options.write(`${JSON.stringify({ time, level, event, ...fields })}\n`);
    };
  }
}
