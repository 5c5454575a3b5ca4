import { registerSchema, unregisterSchema, validate, type SchemaObject } from "@hyperjump/json-schema/openapi-3-1";

/** The meta-schema of OpenAPI 3.1 with its own dialect of JSON Schema. */
const dialect = "https://spec.openapis.org/oas/3.1/schema-base";
const address = "https://backend.example/openapi.json";

/** Judges by an OpenAPI document, with a validator that is not ours. An empty list: no fault. */
export interface OpenApiJudge {
  /** Whether the document is one. */
  faultsInDocument(): Promise<string[]>;
  /** Whether a value is what a shape of the document says. */
  faultsInShape(name: string, value: unknown): Promise<string[]>;
  /** Whether an answer is one that the document has for an operation; another status or type throws. */
  faultsInAnswer(operation: { method: string; path: string }, response: Response): Promise<string[]>;
}

export function createOpenApiJudge(document: object): OpenApiJudge {
  const text = JSON.stringify(document);
  unregisterSchema(address);
  registerSchema(JSON.parse(text) as SchemaObject, address, dialect);

  async function faults(schema: string, value: unknown): Promise<string[]> {
    const judge = await validate(schema);
    const verdict = judge(value as Parameters<typeof judge>[0], "BASIC");
    if (verdict.valid) return [];
    const errors = verdict.errors ?? [];
    return ["not valid", ...errors.map(({ keyword, instanceLocation }) => `${instanceLocation} ${keyword}`)];
  }

  return {
    faultsInDocument: () => faults(dialect, JSON.parse(text)),
    faultsInShape: (name, value) => faults(`${address}#/components/schemas/${name}`, value),
    async faultsInAnswer({ method, path }, response) {
      const media = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
      const place = ["paths", path, method, "responses", `${response.status}`, "content", media, "schema"];
      const pointer = place
        .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
        .join("/");
      return faults(`${address}#/${pointer}`, await response.json());
    },
  };
}
