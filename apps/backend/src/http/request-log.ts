import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Randomness } from "../randomness.ts";
import type { AppEnv } from "./context.ts";

/** Gives each request its id and writes one line for it: the route's pattern, never its path, query or sender. */
export function requestLog(dependencies: {
  log: Log;
  clock: Clock;
  randomness: Randomness;
}): MiddlewareHandler<AppEnv> {
  const { log, clock } = dependencies;
  // Told apart from those of other processes by its head; counting on is cheaper than drawing anew.
  const head = Buffer.from(dependencies.randomness.bytes(6)).toString("base64url");
  let count = 0;

  return async (context, next) => {
    count += 1;
    const requestId = `${head}-${count}`;
    context.set("requestId", requestId);
    context.header("X-Request-Id", requestId);
    const startedAt = clock.now();
    await next();
    log.info("request.answered", {
      requestId,
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      durationMs: clock.now() - startedAt,
      broker: context.get("broker")?.id,
    });
  };
}
