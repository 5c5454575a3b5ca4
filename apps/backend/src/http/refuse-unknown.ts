import type { Context, Hono } from "hono";
import { DomainError } from "../domain-error.ts";
import type { AppEnv } from "./context.ts";
import { problemResponse } from "./problem-response.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** For `app.notFound`: an address that takes another method is told apart from one that does not exist. */
export function refuseUnknown(app: Hono<AppEnv>): (context: Context<AppEnv>) => Response {
  return (context) => {
    const allowed = methods.filter((method) => hasHandler(app, method, context.req.path));
    if (allowed.length === 0) return problemResponse(context, new DomainError("route.unknown"));
    context.header("Allow", allowed.join(", "));
    return problemResponse(context, new DomainError("route.method-unsupported"));
  };
}

/** Middleware answers to every method; a route names one. */
function hasHandler(app: Hono<AppEnv>, method: string, path: string): boolean {
  return app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
}
