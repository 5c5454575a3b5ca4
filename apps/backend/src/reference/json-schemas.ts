import { z } from "zod";
import { answerShapes, queryShapes, requestShapes, type QueryShape } from "./shapes.ts";
import words from "./words.data.json" with { type: "json" };

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Where in the document a shape stands. */
export const shapePath = (name: string) => `#/components/schemas/${name}`;

/** What the schemas' docstrings say, by shape and field. */
const said: Readonly<Record<string, Readonly<Record<string, string>>>> = words;

/** Every shape as JSON Schema, in the order in which they are told. */
export function writeShapes(): Record<string, JsonSchema> {
  return { ...writeRequestShapes(), ...writeAnswerShapes() };
}

/** What is sent: whatever has a default may be missing. */
export function writeRequestShapes(): Record<string, JsonSchema> {
  return write(requestShapes, "input");
}

/** What is answered: defaults have been filled in. */
export function writeAnswerShapes(): Record<string, JsonSchema> {
  return write(answerShapes, "output");
}

/** A query, field by field. Of alternatives every field is named, and none needed that only one of them needs. */
export function writeQuery(name: QueryShape): { name: string; required: boolean; schema: JsonSchema }[] {
  const schema: JsonSchema = z.toJSONSchema(queryShapes[name], { io: "input", override: tidy("input") });
  describe(schema, said[name] ?? {});
  const alternatives = schema.anyOf ?? [schema];
  const fields = new Map<string, JsonSchema>();
  for (const [field, value] of alternatives.flatMap(({ properties = {} }) => Object.entries(properties))) {
    if (typeof value === "object" && !fields.has(field)) fields.set(field, value);
  }
  return [...fields].map(([field, value]) => ({
    name: field,
    required: alternatives.every(({ required = [] }) => required.includes(field)),
    schema: value,
  }));
}

function write(shapes: Readonly<Record<string, z.ZodType>>, io: "input" | "output"): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) registry.add(shape, { id });
  const { schemas } = z.toJSONSchema(registry, { io, metadata: registry, uri: shapePath, override: tidy(io) });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => {
      describe(schema, said[name] ?? {});
      return [name, schema];
    }),
  );
}

/** Takes away what says nothing (the limits of a double), what is no promise (a default, in an answer), and what is not true. */
function tidy(io: "input" | "output") {
  return ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void => {
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (io === "output") delete jsonSchema.default;
    // A pattern of JSON Schema has no flags: what takes small and capital letters alike would refuse half of them.
    if (ignoresCase(zodSchema)) delete jsonSchema.pattern;
  };
}

function ignoresCase(schema: z.core.$ZodTypes): boolean {
  if (!(schema instanceof z.ZodString)) return false;
  return (schema.def.checks ?? []).some(({ _zod: { def } }) => {
    return "pattern" in def && def.pattern instanceof RegExp && def.pattern.ignoreCase;
  });
}

function describe(schema: JsonSchema, fields: Readonly<Record<string, string>>, path = ""): void {
  if (fields[path] !== undefined) schema.description = fields[path];
  for (const alternative of [schema, ...(schema.anyOf ?? [])]) {
    for (const [name, field] of Object.entries(alternative.properties ?? {})) {
      if (typeof field === "object") describe(field, fields, path === "" ? name : `${path}.${name}`);
    }
  }
}
