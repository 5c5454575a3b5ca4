import type { ProblemCode } from "@liftline/schema";
import { problems } from "../http/problem-response.ts";
import { bodyLimitBytes } from "../http/read-body.ts";
import { shapePath, writeQuery, writeShapes, type JsonSchema } from "./json-schemas.ts";
import { codesOf, rooms, type Answer, type Operation, type Parameter } from "./operation.ts";
import { operations } from "./operations.ts";

type Content = Record<string, { schema?: JsonSchema; examples?: Record<string, { value: unknown }> }>;

export interface OpenApiAnswer {
  description: string;
  headers?: Record<string, { $ref: string }>;
  content?: Content;
}

export interface OpenApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters: (Parameter & Required<Pick<Parameter, "required" | "schema">>)[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, OpenApiAnswer>;
}

/** As much of OpenAPI 3.1 as we write. */
export interface OpenApiDocument {
  openapi: "3.1.1";
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
    securitySchemes: Record<string, Record<string, string>>;
  };
}

/** What holds for every route: paragraphs, `code` between backticks. */
export const introduction = [
  "JSON in UTF-8, both ways. A body is `application/json` and at most " +
    `${bodyLimitBytes / 1024} kB; a field that is not known here is refused. \`HEAD\` is answered wherever \`GET\` is.`,
  "Routes that the widget calls take the header `X-Embed-Key`, which names the broker, and an `Origin` that the broker has listed: browsers send it by themselves, everything else must send it, too. Both are public; how often one address may ask is limited.",
  "What goes wrong is answered as `application/problem+json` (RFC 9457). Its `code` says what it was and never changes its meaning; `requestId`, also in the header `X-Request-Id`, finds our log line. With 429 and 503, `Retry-After` says in how many seconds to come back.",
  "An address that is not listed here answers 404 `route.unknown`, a method that an address does not take 405 `route.method-unsupported`; any may answer 500 `internal`.",
  "Fields and codes may be added, never renamed: ignore what you do not know.",
] as const;

/** What every gated route takes, besides the embed key. */
const origin = {
  name: "Origin",
  in: "header",
  required: false,
  description:
    "A website that the broker has listed. Browsers send it by themselves, or `Sec-Fetch-Site: same-origin` on the backend's own pages.",
  schema: { type: "string" },
} as const;

/** The public routes as OpenAPI 3.1, from the schemas that the routes read and write by (`docs/decisions/020`). */
export function writeOpenApi({ publicUrl }: { publicUrl: string | null }): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: writeOperation(operation) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Liftline",
      version: "1",
      description: introduction.join("\n\n"),
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: publicUrl ?? "/" }],
    tags: Object.values(rooms).map((name) => ({ name })),
    paths,
    components: {
      schemas: writeShapes(),
      headers: {
        "X-Request-Id": { description: "Finds our log line.", schema: { type: "string" } },
        "Retry-After": { description: "Seconds.", schema: { type: "integer", minimum: 1 } },
      },
      securitySchemes: {
        embedKey: { type: "apiKey", in: "header", name: "X-Embed-Key", description: "Names the broker. No secret." },
        metricsToken: { type: "http", scheme: "bearer", description: "`metrics.token` of the configuration." },
        webhookPassword: {
          type: "http",
          scheme: "basic",
          description: "The broker's `webhooks` in the configuration.",
        },
        webhookSignature: { type: "http", scheme: "OAuth", description: "OAuth 1.0a with the same name and secret." },
      },
    },
  };
}

function writeOperation(operation: Operation): OpenApiOperation {
  const { id, room, summary, description, isGated, body, parameters = [], query, security = [] } = operation;
  const queryFields = query ? writeQuery(query) : [];
  return {
    operationId: id,
    tags: [rooms[room]],
    summary,
    ...(description !== undefined && { description }),
    security: isGated ? [{ embedKey: [] }] : security.map((scheme) => ({ [scheme]: [] })),
    parameters: [
      ...parameters.map(writeParameter),
      ...queryFields.map(({ schema: { description: said, ...schema }, ...field }) =>
        writeParameter({ ...field, in: "query", ...(said !== undefined && { description: said }), schema }),
      ),
      ...(isGated ? [origin] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: { $ref: shapePath(body.shape) },
            examples: Object.fromEntries(Object.entries(body.examples).map(([name, value]) => [name, { value }])),
          },
        },
      },
    }),
    responses: writeAnswers(operation),
  };
}

function writeParameter({ required, schema = { type: "string" }, ...parameter }: Parameter) {
  return { ...parameter, required: required ?? parameter.in === "path", schema };
}

function writeAnswers(operation: Operation): Record<string, OpenApiAnswer> {
  const byStatus = Map.groupBy(codesOf(operation), (code) => problems[code].status);
  const faults = [...byStatus].map(([status, codes]): [string, OpenApiAnswer] => [`${status}`, writeFault(codes)]);
  const answers = Object.entries(operation.answers).map(([status, answer]): [string, OpenApiAnswer] => [
    status,
    writeAnswer(answer),
  ]);
  // Keys that are numbers are in order by themselves.
  return Object.fromEntries([...faults, ...answers]);
}

function writeAnswer({ description, media = [], shape }: Answer): OpenApiAnswer {
  const schema = shape ? { schema: { $ref: shapePath(shape) } } : {};
  return {
    description,
    headers: { "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" } },
    ...(media.length > 0 && { content: Object.fromEntries(media.map((type) => [type, schema])) }),
  };
}

function writeFault(codes: readonly ProblemCode[]): OpenApiAnswer {
  const [{ status } = { status: 500 }] = codes.map((code) => problems[code]);
  const comesBack = status === 429 || status === 503;
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(" "),
    headers: {
      "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" },
      ...(comesBack && { "Retry-After": { $ref: "#/components/headers/Retry-After" } }),
    },
    content: {
      "application/problem+json": {
        schema: { $ref: shapePath("Problem"), properties: { code: { enum: [...codes] } } },
      },
    },
  };
}
