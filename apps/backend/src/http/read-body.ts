import type { ProblemField } from "@liftline/schema";
import type { Context } from "hono";
import type { z } from "zod";
import { DomainError } from "../domain-error.ts";
import type { AppEnv } from "./context.ts";

/** Contract §3. */
export const bodyLimitBytes = 64 * 1024;
const depthLimit = 20;

/** The request's JSON as the schema reads it; every fault in it is named by its path. */
export function readBody<Schema extends z.ZodType>(context: Context<AppEnv>, schema: Schema): z.output<Schema> {
  const text = context.get("bodyText");
  if (!isShallow(text)) throw invalid([{ path: "", message: `nested deeper than ${depthLimit} levels` }]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid([{ path: "", message: "not JSON" }]);
  }
  return readInput(schema, value);
}

/** Anything from outside, as the schema reads it. */
export function readInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw invalid(problemFields(result.error.issues));
  return result.data;
}

/** The body as text, its type checked and its bytes counted while they arrive, whatever its headers say of it. */
export async function takeBodyText(request: Request, limitBytes: number = bodyLimitBytes): Promise<string> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) || request.headers.has("content-encoding")) {
    throw new DomainError("request.unsupported-type");
  }
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw new DomainError("request.too-large");
  const bytes = await takeBytes(request, limitBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid([{ path: "", message: "not UTF-8" }]);
  }
}

async function takeBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(limitBytes);
  let length = 0;
  if (request.body) {
    for await (const chunk of request.body) {
      // Leaving the loop cancels the stream: nothing more is read.
      if (length + chunk.length > limitBytes) throw new DomainError("request.too-large");
      bytes.set(chunk, length);
      length += chunk.length;
    }
  }
  return bytes.subarray(0, length);
}

/** Counts brackets outside strings, so that no parser ever recurses into what a visitor sent. */
function isShallow(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > depthLimit) return false;
  }
  return true;
}

function invalid(fields: ProblemField[]): DomainError {
  return new DomainError("request.invalid", { fields });
}

function problemFields(issues: z.core.$ZodIssue[], base: PropertyKey[] = []): ProblemField[] {
  return issues.flatMap((issue): ProblemField[] => {
    const path = [...base, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: [...path, key].join("."), message: "not known here" }));
    }
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      return problemFields(closest(issue.errors), path);
    }
    return [{ path: path.join("."), message: issue.message }];
  });
}

/** The alternative that the caller most likely meant: whose own fields are there, and then, in which less is wrong. */
function closest(alternatives: z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const misfit = (issues: z.core.$ZodIssue[]) =>
    issues.filter(({ path }) => path.length <= 1).length * 1000 + issues.length;
  return alternatives.reduce((best, issues) => (misfit(issues) < misfit(best) ? issues : best));
}
