import type { Failure } from "../sentinels.ts";
import { forbidden, limited, Refusal, refuse, unauthorized } from "./refusal.ts";

/**
 * Does what a sentinel stands for: waits, or throws the bad answer. What only colours a good answer (`none`, `odd`,
 * `truncated`, `lost` …) is left to the endpoint.
 */
export async function enactFailure(failure: Failure | undefined, wait: (ms: number) => Promise<void>): Promise<void> {
  switch (failure) {
    case "slow-5":
      return wait(5000);
    case "slow-20":
      return wait(20_000);
    case "limited":
      throw limited(429, { calls: 10, resetSeconds: 8 });
    case "limited-old":
      throw limited(403, { calls: 3600, resetSeconds: 8 });
    case "unauthorized":
      throw unauthorized("Authorization");
    case "forbidden":
      throw forbidden();
    case "failing":
      throw refuse(500, [{ title: "??? No message available ???", code: "INTERNAL_ERROR" }]);
    case "busy":
      throw refuse(503, [{ title: "Service too busy", code: "SERVICE_BUSY" }]);
    case "down":
      throw refuse(504, [{ title: "Service temporarily unavailable", code: "SERVICE_UNAVAILABLE" }]);
    case "cut":
      throw new Refusal(Response.error());
    case "html":
      throw new Refusal(maintenancePage());
    case "soft":
      throw refuse(200, [
        { title: "The request was accepted in part", code: "START_AIRPORT_INVALID", path: "segments[0]" },
      ]);
    default:
      return;
  }
}

function maintenancePage(): Response {
  const page = "<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>";
  return new Response(page, { status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
}
