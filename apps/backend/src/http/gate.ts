import type { Context, MiddlewareHandler } from "hono";
import type { Broker } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import { DomainError } from "../domain-error.ts";
import { addressBucket, clientAddress, type AddressBlock } from "./client-address.ts";
import type { AppEnv } from "./context.ts";
import { ownOrigin } from "./own-origin.ts";
import { takeBodyText } from "./read-body.ts";
import type { RateLimitName, RateLimits } from "./rate-limits.ts";

/** What the gate needs to know. */
export interface GateDependencies {
  brokers: Brokers;
  rateLimits: RateLimits;
  trustedProxies: AddressBlock[];
  /** Where this backend is reached from outside; null or missing where the configuration does not say. */
  publicUrl?: string | null;
}

const allowedHeaders = "Content-Type, Idempotency-Key, X-Embed-Key";
const allowedMethods = "GET, POST";

/**
 * Stands before every route that the widget calls (contract §3): embed key, exact origin, allowance, type and size,
 * in this order and before any handler. An origin is only a browser's word, so the allowance holds whatever it is.
 */
export function createGate(dependencies: GateDependencies, limit: RateLimitName): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    context.header("Vary", "Origin");
    const origin = originOf(context, dependencies);
    if (origin !== null && dependencies.brokers.anyLists(origin)) allowOrigin(context, origin);
    if (isPreflight(context)) return answerPreflight(context, dependencies.brokers);

    const broker = dependencies.brokers.findByEmbedKey(context.req.header("x-embed-key") ?? "");
    if (!broker) throw new DomainError("embed-key.unknown");
    if (origin === null || !broker.origins.includes(origin)) throw new DomainError("origin.refused");
    takeAllowance(context, dependencies, { broker, limit });
    if (takesBody(context.req.method)) context.set("bodyText", await takeBodyText(context.req.raw));
    context.set("broker", broker);
    return next();
  };
}

/**
 * Compared as the text it is: whatever is spelled in another way is another origin. Browsers send none on same-origin
 * GETs; they then say `Sec-Fetch-Site: same-origin`, which no page can forge.
 */
function originOf(context: Context<AppEnv>, dependencies: GateDependencies): string | null {
  const origin = context.req.header("origin");
  if (origin !== undefined) return origin === "null" ? null : origin;
  return context.req.header("sec-fetch-site") === "same-origin" ? ownOrigin(context, dependencies) : null;
}

function allowOrigin(context: Context<AppEnv>, origin: string): void {
  context.header("Access-Control-Allow-Origin", origin);
  context.header("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
}

function isPreflight(context: Context<AppEnv>): boolean {
  return context.req.method === "OPTIONS" && context.req.header("access-control-request-method") !== undefined;
}

/** A preflight carries no embed key: any broker's origin will do, the request itself is checked again. */
function answerPreflight(context: Context<AppEnv>, brokers: Brokers): Response {
  if (!brokers.anyLists(context.req.header("origin") ?? "")) throw new DomainError("origin.refused");
  context.header("Access-Control-Allow-Headers", allowedHeaders);
  context.header("Access-Control-Allow-Methods", allowedMethods);
  context.header("Access-Control-Max-Age", "600");
  return context.body(null, 204);
}

function takeAllowance(
  context: Context<AppEnv>,
  { rateLimits, trustedProxies }: GateDependencies,
  { broker, limit }: { broker: Broker; limit: RateLimitName },
): void {
  const address = clientAddress(context, trustedProxies);
  const retryAfterSeconds = rateLimits.take(limit, `${broker.id} ${address ? addressBucket(address) : "unknown"}`);
  if (retryAfterSeconds > 0) throw new DomainError("rate.limited", { retryAfterSeconds });
}

function takesBody(method: string): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}
