import { Hono } from "hono";
import { DomainError } from "../domain-error.ts";
import type { AppEnv } from "../http/context.ts";
import { equalsSecretly } from "../notifications/equals-secretly.ts";
import type { Secret } from "../secret.ts";
import { collectMetrics, type MetricsDependencies } from "./collect-metrics.ts";
import { writeMetrics } from "./write-metrics.ts";

/** For whoever has the token. Without one, and where none is configured, there is nothing here. */
export function metricsRoutes(dependencies: MetricsDependencies & { token: Secret | null }): Hono<AppEnv> {
  const { token } = dependencies;
  return new Hono<AppEnv>().get("/", async (context) => {
    const given = context.req.header("authorization") ?? "";
    if (token === null || !equalsSecretly(given, `Bearer ${token.reveal()}`)) throw new DomainError("route.unknown");
    const text = writeMetrics(await collectMetrics(dependencies));
    return context.body(text, 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" });
  });
}
