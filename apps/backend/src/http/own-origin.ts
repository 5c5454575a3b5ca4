import type { Context } from "hono";
import type { Brokers } from "../brokers/brokers.ts";
import { isTrusted, peerAddress, type AddressBlock } from "./client-address.ts";
import type { AppEnv } from "./context.ts";

export interface OwnOriginDependencies {
  brokers: Pick<Brokers, "anyLists">;
  trustedProxies: AddressBlock[];
  /** `publicUrl` of the configuration. */
  publicUrl?: string | null;
}

/**
 * The backend's own origin, as the visitor's browser sees it: by the request, and where that names nobody's website by the
 * configuration, since proxies in front may tell neither scheme nor host.
 */
export function ownOrigin(
  context: Context<AppEnv>,
  { brokers, trustedProxies, publicUrl }: OwnOriginDependencies,
): string {
  const url = new URL(context.req.url);
  const peer = peerAddress(context);
  const forwarded = peer && isTrusted(peer, trustedProxies) ? context.req.header("x-forwarded-proto") : undefined;
  const origin = `${forwarded === "https" ? "https:" : url.protocol}//${url.host}`;
  return publicUrl && !brokers.anyLists(origin) ? new URL(publicUrl).origin : origin;
}
