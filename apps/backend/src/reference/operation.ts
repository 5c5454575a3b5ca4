import type { ProblemCode } from "@liftline/schema";
import type { JsonSchema } from "./json-schemas.ts";
import type { AnswerShape, QueryShape, RequestShape } from "./shapes.ts";

/** What the reference is divided into, in this order. */
export const rooms = {
  requests: "Search and request",
  notifications: "Notifications",
  pages: "Pages and files",
  operations: "Operations",
} as const;

export interface Parameter {
  name: string;
  in: "path" | "header" | "query";
  description?: string;
  required?: boolean;
  schema?: JsonSchema;
}

/** An answer that is no problem. */
export interface Answer {
  description: string;
  /** Missing where there is no body. */
  media?: readonly string[];
  shape?: AnswerShape;
}

/** Of a file that is asked for again. */
export const ifNoneMatch: Parameter = {
  name: "If-None-Match",
  in: "header",
  description: "The `ETag` of what you have.",
};
export const unchanged: Answer = { description: "You have it." };

/** One route, as the contract (§3) and its code have it. */
export interface Operation {
  method: "get" | "post";
  /** As OpenAPI writes it. */
  path: string;
  id: string;
  room: keyof typeof rooms;
  /** What it is for, in a few words. */
  summary: string;
  description?: string;
  /** Behind the gate: embed key, origin, allowance (contract §3). */
  isGated?: boolean;
  /** Another proof than the embed key, any one of them. */
  security?: readonly ("metricsToken" | "webhookPassword" | "webhookSignature")[];
  query?: QueryShape;
  parameters?: readonly Parameter[];
  body?: { shape: RequestShape; examples: Readonly<Record<string, unknown>> };
  answers: Readonly<Record<number, Answer>>;
  /** Ways to fail that are its own; what every gate, body and address may answer is added. */
  codes?: readonly ProblemCode[];
  /** For `curl`: what stands for the path's parameters and after it, and which other headers are sent. */
  example: { path: string; headers?: readonly string[] };
}

/** Every code that an operation may answer. */
export function codesOf({ isGated, body, query, codes = [] }: Operation): ProblemCode[] {
  const gate: ProblemCode[] = ["embed-key.unknown", "origin.refused", "rate.limited"];
  const taken: ProblemCode[] = ["request.invalid", "request.too-large", "request.unsupported-type"];
  const all: ProblemCode[] = [
    ...(body ? taken : []),
    ...(query ? (["request.invalid"] as const) : []),
    ...(isGated ? gate : []),
    ...codes,
    "internal",
  ];
  return [...new Set(all)];
}
