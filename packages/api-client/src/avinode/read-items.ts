import type { z } from "zod";
import type { AvinodeOperation } from "@liftline/schema/avinode";
import type { AvinodeLog } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";

/** One thing, whether it comes alone or as a list of one (G19). */
export function readItem<Schema extends z.ZodType>(schema: Schema): (data: unknown) => z.output<Schema> | undefined {
  return (data) => schema.safeParse(onlyItem(data)).data;
}

/** A list, whether it comes as one or as the only thing in it (G19). What cannot be read is left out, and counted in the log. */
export function readItems<Schema extends z.ZodType>(
  schema: Schema,
  { operation, log }: { operation: AvinodeOperation; log: AvinodeLog | undefined },
): (data: unknown) => z.output<Schema>[] {
  return (data) => {
    const items: unknown[] = data === undefined || data === null ? [] : [data].flat();
    const read = items.flatMap((item) => {
      const parsed = schema.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });
    const dropped = items.length - read.length;
    if (dropped > 0) log?.warn("marketplace.items-dropped", { operation, dropped, kept: read.length });
    return read;
  };
}
