import type { JsonSchema } from "./json-schemas.ts";

/** A part of a type as it is read: words, a value that is written as it is, or the name of another shape. */
export type TypePart = string | { value: string } | { shape: string };

/** What a value has to be, in words: `text of at most 80 characters`, `list of 1 to 10: Option`. */
export function typeInWords(schema: JsonSchema): TypePart[] {
  if (schema.$ref !== undefined) return [{ shape: schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1) }];
  if (schema.enum)
    return ["one of ", ...schema.enum.flatMap((value, index) => [index > 0 ? ", " : "", { value: `${value}` }])];
  if (schema.const !== undefined) return [{ value: `${schema.const}` }];
  if (schema.anyOf) {
    return schema.anyOf.flatMap((one, index) => [index > 0 ? " or " : "", ...typeInWords(one)]);
  }
  if (Array.isArray(schema.type)) {
    return schema.type.flatMap((type, index) => [index > 0 ? " or " : "", ...typeInWords({ ...schema, type })]);
  }
  switch (schema.type) {
    case "array":
      return [listOf(range(schema.minItems, schema.maxItems)), ...typeInWords(asSchema(schema.items))];
    case "object":
      if (!schema.additionalProperties) return ["object"];
      return ["object: ", ...typeInWords(asSchema(schema.additionalProperties)), " by name"];
    case "integer":
    case "number": {
      const above = typeof schema.exclusiveMinimum === "number" ? schema.exclusiveMinimum + 1 : undefined;
      const limits = range(schema.minimum ?? above, schema.maximum);
      return [schema.type === "integer" ? "whole number" : "number", limits && `, ${limits.trim()}`];
    }
    case "string":
      return text(schema);
    case "boolean":
      return [{ value: "true" }, " or ", { value: "false" }];
    case "null":
      return [{ value: "null" }];
    default:
      return ["anything"];
  }
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "date and time, ISO 8601 in UTC",
  date: "date, YYYY-MM-DD",
  email: "e-mail address",
  uri: "web address",
};

function text({ format = "", minLength, maxLength, pattern }: JsonSchema): TypePart[] {
  const known = formats[format];
  if (known !== undefined) return [known];
  const length = range(minLength, maxLength);
  const words = `text${length && ` of ${length}characters`}`;
  // A short pattern says more than words would; a long one is in the document.
  const isShort = pattern !== undefined && pattern.length <= 32 && !pattern.includes(String.raw`\p`);
  return isShort ? [`${words} like `, { value: pattern }] : [words];
}

function listOf(count: string): string {
  return count === "" ? "list: " : `list of ${count.trim()}: `;
}

/** `1 to 10 `, `at most 80 `, `at least 0 `, or nothing. */
function range(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return least === most ? `${least} ` : `${least} to ${most} `;
  if (most !== undefined) return `at most ${most} `;
  return least === undefined ? "" : `at least ${least} `;
}

function asSchema(schema: JsonSchema["items"] | JsonSchema["additionalProperties"]): JsonSchema {
  return typeof schema === "object" && !Array.isArray(schema) ? schema : {};
}
