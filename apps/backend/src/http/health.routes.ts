import { Hono } from "hono";
import type { AppEnv } from "./context.ts";

/** Something without which no lead can be taken. */
export interface ReadinessCheck {
  /** Such as `database`; it is shown to whoever asks. */
  name: string;
  /** Fails where a lead cannot be taken now. */
  check: () => Promise<void>;
}

/** `/healthz`: the process lives. `/readyz`: it can take a lead. */
export function healthRoutes(readiness: ReadinessCheck[]): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/healthz", (context) => context.json({ status: "ok" }))
    .get("/readyz", async (context) => {
      const results = await Promise.all(readiness.map(runCheck));
      const ready = results.every(([, passed]) => passed);
      const checks = Object.fromEntries(results.map(([name, passed]) => [name, passed ? "ok" : "failed"]));
      return context.json({ status: ready ? "ready" : "unavailable", checks }, ready ? 200 : 503);
    });
}

async function runCheck({ name, check }: ReadinessCheck): Promise<[name: string, passed: boolean]> {
  try {
    await check();
    return [name, true];
  } catch {
    return [name, false];
  }
}
