import { Hono, type Context } from "hono";
import { DomainError } from "../domain-error.ts";
import { addressBucket, clientAddress, isTrusted, peerAddress, type AddressBlock } from "../http/client-address.ts";
import type { AppEnv } from "../http/context.ts";
import { readBody, takeBodyText } from "../http/read-body.ts";
import type { RateLimits } from "../http/rate-limits.ts";
import { identifySender, type Sender } from "./identify-sender.ts";
import { Notification } from "./read-notification.ts";
import { takeNotification, type TakeNotificationDependencies } from "./take-notification.ts";

export interface NotificationsRoutesDependencies extends TakeNotificationDependencies {
  brokers: Parameters<typeof identifySender>[0]["brokers"];
  clock: Parameters<typeof identifySender>[0]["clock"];
  rateLimits: RateLimits;
  trustedProxies: AddressBlock[];
  /** Where we are reached from outside, which is what senders sign. */
  publicUrl: string | null;
}

/** `POST /{brokerId}`: a notification of the marketplace (contract §3). Who sends is looked at first, then what. */
export function notificationsRoutes(dependencies: NotificationsRoutesDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/:brokerId", async (context) => {
    const body = onlyOnce(() => takeBodyText(context.req.raw));
    const sender = await admit(dependencies, { context, body });
    const text = await body();
    context.set("bodyText", text);
    await takeNotification(dependencies, { sender, notification: readBody(context, Notification), text }).catch(
      (error: unknown) => {
        if (error instanceof DomainError && error.code === "notification.unauthorized") challenge(context);
        throw error;
      },
    );
    return context.body(null, 200);
  });
}

/** The sender, or the error that they get. Wrong secrets are counted for each address, right ones for each broker. */
async function admit(
  dependencies: NotificationsRoutesDependencies,
  { context, body }: { context: Context<AppEnv>; body: () => Promise<string> },
): Promise<Sender> {
  const { rateLimits, trustedProxies } = dependencies;
  const address = clientAddress(context, trustedProxies);
  // Where the host does not tell the address, a stranger must not be able to lock out the marketplace.
  const guesser = address === null ? null : addressBucket(address);
  if (guesser !== null) refuseWhile(rateLimits.wait("guesses", guesser));
  const brokerId = context.req.param("brokerId") ?? "";
  const authorization = context.req.header("authorization") ?? "";
  const call = { method: "POST", url: signedUrl(context, dependencies), authorization, body };
  const sender = await identifySender(dependencies, { brokerId, call });
  if (sender) {
    refuseWhile(rateLimits.take("notifications", sender.broker.id));
    return sender;
  }
  // Some senders show their secret only after they were asked for it: that is no guess.
  if (guesser !== null && authorization !== "") rateLimits.take("guesses", guesser);
  challenge(context);
  throw new DomainError("notification.unauthorized");
}

function refuseWhile(retryAfterSeconds: number): void {
  if (retryAfterSeconds > 0) throw new DomainError("rate.limited", { retryAfterSeconds });
}

/** Without it, a sender of the kind that waits to be asked never shows its secret (`avinode-api.md` D6). */
function challenge(context: Context<AppEnv>): void {
  context.header("WWW-Authenticate", 'Basic realm="notifications", charset="UTF-8"');
}

/** The address as the sender knows it. */
function signedUrl(context: Context<AppEnv>, { publicUrl, trustedProxies }: NotificationsRoutesDependencies): string {
  const url = new URL(context.req.url);
  if (publicUrl !== null) return publicUrl + url.pathname + url.search;
  const peer = peerAddress(context);
  const isForwarded = peer !== null && isTrusted(peer, trustedProxies);
  if (isForwarded && context.req.header("x-forwarded-proto") === "https") url.protocol = "https:";
  return url.href;
}

function onlyOnce<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
