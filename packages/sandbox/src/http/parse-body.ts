import type { z } from "zod";
import { invalid, missing } from "./refusal.ts";

/** The body as the schema has it, or the 400 that names the first fault. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fault = parsed.error.issues[0]?.path ?? [];
  const path = writePath(fault);
  const field = `field: ${path || "body"}`;
  throw valueAt(body, fault) === undefined ? missing(field, path) : invalid(field, path);
}

/** `segments[0].startAirport`, the form of the error guide. */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : `${text}${text && "."}${String(part)}`),
    "",
  );
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    body,
  );
}
