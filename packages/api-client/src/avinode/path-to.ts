import type { AvinodeOperation } from "@liftline/schema/avinode";
import { AvinodeError } from "./errors.ts";

/**
 * What a call is about: an id, an address, or a link or action of an answer. The documentation asks for the addresses it hands out;
 * ids are opaque either way (R7).
 */
export type AvinodeTarget = string | { href?: string | null | undefined };

/**
 * The path of one thing, below the base URL and nowhere else: an address that leads to another host, or to another kind of thing, is
 * not followed (R26).
 */
export function pathTo(
  target: AvinodeTarget,
  to: {
    operation: AvinodeOperation;
    baseUrl: string;
    /** Such as `/rfqs`. */
    collection: string;
    /** Such as `/cancel`. */
    action?: string;
  },
): string {
  const { operation, collection, action = "" } = to;
  const text = typeof target === "string" ? target : (target.href ?? "");
  const isAddress = typeof target !== "string" || /^[a-z][a-z0-9+.-]*:/i.test(text);
  const id = isAddress ? idIn(text, to.baseUrl, { before: `${collection}/`, after: action }) : escaped(text);
  if (!id) throw new AvinodeError({ operation, reason: "invalid", sent: false });
  return `${collection}/${id}${action}`;
}

/** Undefined where it holds half a character: there is no way to send it. */
function escaped(id: string): string | undefined {
  return id.isWellFormed() ? encodeURIComponent(id) : undefined;
}

/** Still escaped. */
function idIn(address: string, baseUrl: string, around: { before: string; after: string }): string | undefined {
  const [href, base] = [URL.parse(address), new URL(baseUrl)];
  const start = base.pathname.replace(/\/+$/, "") + around.before;
  const isOurs = href?.origin === base.origin && href.username === "" && href.password === "" && href.search === "";
  if (!isOurs || !href.pathname.startsWith(start) || !href.pathname.endsWith(around.after)) return undefined;
  const id = href.pathname.slice(start.length, href.pathname.length - around.after.length);
  return id.includes("/") ? undefined : id;
}
