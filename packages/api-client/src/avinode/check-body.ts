import type { AvinodeOperation } from "@liftline/schema/avinode";
import type { z } from "zod";
import { AvinodeError } from "./errors.ts";

const mostFaults = 20;

/** The body as it may be sent; what the documentation does not know never leaves us. `faults` name the properties. */
export function checkBody<Schema extends z.ZodType>(
  schema: Schema,
  body: z.input<Schema>,
  operation: AvinodeOperation,
): z.output<Schema> {
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.slice(0, mostFaults).map(({ path }) => ({ path: writePath(path) }));
  throw new AvinodeError({ operation, reason: "invalid", sent: false, faults });
}

/** `segments[0].startAirport`, as the marketplace writes them. */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : `${text}${text && "."}${String(part)}`),
    "",
  );
}
