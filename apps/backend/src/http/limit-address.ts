import type { MiddlewareHandler } from "hono";
import { DomainError } from "../domain-error.ts";
import { addressBucket, clientAddress, type AddressBlock } from "./client-address.ts";
import type { AppEnv } from "./context.ts";
import type { RateLimitName, RateLimits } from "./rate-limits.ts";

export interface LimitAddressDependencies {
  rateLimits: RateLimits;
  trustedProxies: AddressBlock[];
}

/**
 * An allowance for each client address, whatever the broker: for routes that carry no embed key. Where the host does not tell
 * the address there is none, because one visitor could use up everybody's.
 */
export function limitAddress(dependencies: LimitAddressDependencies, limit: RateLimitName): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const address = clientAddress(context, dependencies.trustedProxies);
    const retryAfterSeconds = address === null ? 0 : dependencies.rateLimits.take(limit, addressBucket(address));
    if (retryAfterSeconds > 0) throw new DomainError("rate.limited", { retryAfterSeconds });
    return next();
  };
}
