import { connectAvinode } from "../src/avinode/index.ts";
import { marketplaceFetch } from "@liftline/sandbox/node";
import type { OperationCase } from "./operation-cases.ts";
import type { Stage } from "./stage.ts";
import { createResources, type Resources } from "./world.ts";

/** What was answered to a call. */
export interface Recorded {
  status: number;
  body: unknown;
}

/** Plays a case in the sandbox and keeps its answers, of long lists the first few entries. */
export async function record({ by, call }: OperationCase, stage: Stage): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const send = marketplaceFetch(stage.world.marketplace);
  const company = by === "buyer" ? "demo" : "seller";
  const as = stage.world.as(company, {
    fetch: async (input, init) => {
      const response = await send(input, init);
      const text = await response.clone().text();
      recorded.push({ status: response.status, body: text === "" ? undefined : shorten(JSON.parse(text)) });
      return response;
    },
  });
  await call(as, stage);
  return recorded;
}

/** The same case, answered with what is given, in order. */
export function answerWith(recorded: readonly Recorded[]): Resources {
  let count = 0;
  let now = Date.UTC(2026, 11, 1, 10);
  const connection = connectAvinode({
    baseUrl: "https://sandbox.avinode.com/api",
    product: "Liftline v1.0",
    apiToken: "api-token",
    auth: { kind: "token", token: "connection-token" },
    rate: { perSecond: 1000, burst: 1000 },
    clock: { now: () => now },
    // Who waits moves the clock: nobody has time here.
    sleep: async (ms) => void (now += ms),
    random: () => 0,
    fetch: async () => {
      const { status, body } = recorded[Math.min(count, recorded.length - 1)] ?? { status: 500, body: undefined };
      count += 1;
      return new Response(body === undefined ? null : JSON.stringify(body), { status });
    },
  });
  return createResources(connection);
}

const enough = 3;

function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, enough).map(shorten);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner)]));
}
