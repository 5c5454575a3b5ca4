import { Hono } from "hono";
import { DomainError } from "../domain-error.ts";
import { acceptedEncodings } from "./accepted-encodings.ts";
import type { AppEnv } from "./context.ts";
import type { WidgetFiles } from "./widget-files.ts";

/** Pages keep this address for ever, so what is behind it may change; every other file has its version in its path. */
const movingPath = /^v\d+\//;

/** Public files for any page: no key, no origin. */
export function widgetRoutes(files: WidgetFiles): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:version/*", async (context) => {
    const path = context.req.path.slice("/widget/".length);
    const file = await files.get(path);
    if (!file) throw new DomainError("route.unknown");
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    context.header(
      "Cache-Control",
      movingPath.test(path) ? "public, max-age=300" : "public, max-age=31536000, immutable",
    );
    context.header("Vary", "Accept-Encoding");
    const accepted = acceptedEncodings(context.req.header("accept-encoding") ?? "");
    const smaller = file.smaller.find(({ encoding }) => accepted.has(encoding));
    // Each encoding is another sequence of bytes, so it has another tag.
    const etag = smaller ? file.etag.replace(/"$/, `-${smaller.encoding}"`) : file.etag;
    context.header("ETag", etag);
    if (context.req.header("if-none-match") === etag) return context.body(null, 304);
    context.header("Content-Type", file.type);
    if (smaller) context.header("Content-Encoding", smaller.encoding);
    return context.body(smaller?.body ?? file.body);
  });
}
