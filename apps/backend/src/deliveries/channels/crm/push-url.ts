import { isPublicAddress } from "./public-address.ts";

/** Name → addresses; the system's resolver, or a test's. */
export type Lookup = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** Names that never leave a network or a machine. */
const closedNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|arpa|test|invalid|onion)$/;

/**
 * What is wrong with an address that leads are pushed to, or null. Only what can be told without asking the network; the
 * addresses behind the name are judged by `findPushAddresses`, at save and again at every send.
 */
export function pushUrlFault(text: string): string | null {
  const url = URL.parse(text);
  // A parser forgives these, and another one may forgive them differently.
  if (!url || /[\s\\\p{Cc}]/u.test(text)) return "not an address";
  if (url.protocol !== "https:") return "must be https";
  if (url.username || url.password) return "must not carry a user name";
  if (url.hash) return "must not have a fragment";
  if (isAddress(url.hostname)) return "must name a host, not an IP address";
  if (!/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)) return "must name a host on the internet";
  if (closedNames.test(url.hostname)) return "must name a host on the internet";
  return null;
}

/** The addresses of a host, provided that each of them is on the open internet; else none. */
export async function findPushAddresses(
  host: string,
  { lookup, isOpen = isPublicAddress }: { lookup: Lookup; isOpen?: ((address: string) => boolean) | undefined },
): ReturnType<Lookup> {
  const addresses = await lookup(host);
  // One bad address among good ones is how a guard is walked around.
  return addresses.every(({ address }) => isOpen(address)) ? addresses : [];
}

/** The URL parser has already turned every spelling of an IPv4 address into the dotted one, and put IPv6 in brackets. */
function isAddress(hostname: string): boolean {
  return hostname.startsWith("[") || /^\d+(\.\d+)*\.?$/.test(hostname);
}
