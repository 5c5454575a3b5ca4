import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import type { AppEnv } from "../http/context.ts";
import { writeOpenApi } from "./openapi-document.ts";
import { ReferencePage } from "./reference-page.tsx";
import { referenceStyle } from "./reference-style.ts";

export interface ReferenceDependencies {
  /** Where this backend is reached from outside; null where the configuration does not say. */
  publicUrl: string | null;
}

/** A page of text: it runs nothing, calls nobody and stands in nobody's frame. */
const pagePolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** `/openapi.json` and `/docs`: what this backend answers, for programs and for people. Public, and the same for everybody. */
export function referenceRoutes(dependencies: ReferenceDependencies): Hono<AppEnv> {
  const document = once(() => writeOpenApi(dependencies));
  const json = once(() => tagged(JSON.stringify(document())));
  const page = once(() => tagged(writePage(<ReferencePage document={document()} />)));
  const style = once(() => tagged(referenceStyle()));
  return new Hono<AppEnv>()
    .get("/openapi.json", (context) => {
      // Tools that read it run on websites of their own.
      context.header("Access-Control-Allow-Origin", "*");
      return answer(context, json(), "application/json; charset=utf-8");
    })
    .get("/docs", (context) => {
      context.header("Content-Security-Policy", pagePolicy);
      context.header("Content-Language", "en");
      context.header("Cross-Origin-Opener-Policy", "same-origin");
      return answer(context, page(), "text/html; charset=utf-8");
    })
    .get("/docs/page.css", (context) => answer(context, style(), "text/css; charset=utf-8"));
}

/** JSX of ours waits for nothing, so it is text at once. */
function writePage(page: { toString(): string | Promise<string> }): string {
  return `<!doctype html>${String(page)}`;
}

interface Tagged {
  body: string;
  etag: string;
}

function tagged(body: string): Tagged {
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}

/** May be kept, but is asked for each time: an update is seen at once, and costs nothing where there was none. */
function answer(context: Context<AppEnv>, { body, etag }: Tagged, type: string): Response {
  context.header("Cache-Control", "public, no-cache");
  context.header("ETag", etag);
  if (context.req.header("if-none-match") === etag) return context.body(null, 304);
  context.header("Content-Type", type);
  return context.body(body);
}

/** Not at the start, which a Worker has no time for, nor for each request. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
