import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";

/** What every answer carries unless its route says otherwise: it is data, for one reader, never a page. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (context, next) => {
  context.header("X-Content-Type-Options", "nosniff");
  context.header("Cache-Control", "no-store");
  context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
  context.header("Referrer-Policy", "no-referrer");
  context.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  await next();
};
