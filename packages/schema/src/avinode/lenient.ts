import { z } from "zod";

/** What is missing and what is odd are the same: nothing, and never a reason to lose the rest. */
export function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().catch(null);
}

export const Text = maybe(z.string());

/** A list read entry by entry: an odd one costs itself and nothing else. One thing alone counts as a list of it (G19). */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  const entries = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((only) => [only])]);
  return maybe(entries.transform((found) => found.flatMap((entry) => readEntry(schema, entry))));
}

function readEntry<Schema extends z.ZodType>(schema: Schema, entry: unknown): z.output<Schema>[] {
  const read = schema.safeParse(entry);
  return read.success ? [read.data] : [];
}
