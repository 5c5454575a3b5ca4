import type { Context } from "hono";
import type { AppEnv } from "./context.ts";

/** A network whose members may say for whom they forward. */
export interface AddressBlock {
  base: bigint;
  /** How many of the 128 bits are fixed. */
  bits: number;
}

/** Who asks: the peer, or what trusted proxies say of it, read from the right. Null where the host does not tell. */
export function clientAddress(context: Context<AppEnv>, trustedProxies: AddressBlock[]): string | null {
  const peer = peerAddress(context);
  if (!peer || trustedProxies.length === 0) return peer;
  const hops = (context.req.header("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  let client = peer;
  while (isTrusted(client, trustedProxies)) {
    const hop = hops.pop();
    if (!hop || parseAddress(hop) === null) break;
    client = hop;
  }
  return client;
}

/** Where the connection comes from, as the host's server saw it. */
export function peerAddress(context: Context<AppEnv>): string | null {
  // Some hosts (tests, other runtimes) pass no bindings at all, whatever the type says.
  return context.env?.incoming?.socket?.remoteAddress ?? null;
}

export function isTrusted(address: string, trustedProxies: AddressBlock[]): boolean {
  const value = parseAddress(address);
  if (value === null) return false;
  return trustedProxies.some((block) => value >> BigInt(128 - block.bits) === block.base >> BigInt(128 - block.bits));
}

/** One bucket a client: an IPv4 address, however it is spelled, or the /64 of an IPv6 address. */
export function addressBucket(address: string): string {
  const value = parseAddress(address);
  if (value === null) return "unknown";
  return value >> 32n === mappedPrefix
    ? `4:${(value & 0xffff_ffffn).toString(16)}`
    : `6:${(value >> 64n).toString(16)}`;
}

/** `10.0.0.0/8`, `fd00::/8` or a single address; null where it is neither. */
export function parseAddressBlock(text: string): AddressBlock | null {
  const [address = "", length, ...rest] = text.split("/");
  const base = parseAddress(address);
  if (base === null || rest.length > 0) return null;
  const width = address.includes(":") ? 128 : 32;
  if (length === undefined) return { base, bits: 128 };
  if (!/^\d{1,3}$/.test(length) || Number(length) > width) return null;
  return { base, bits: 128 - width + Number(length) };
}

const mappedPrefix = 0xffffn;

/** As 128 bits, IPv4 as its IPv6 form (`::ffff:a.b.c.d`), so that both spellings are one. */
export function parseAddress(text: string): bigint | null {
  const address = text.replace(/^\[(.*)\]$/, "$1").replace(/%.*$/, "");
  const four = parseFour(address);
  if (four !== null) return (mappedPrefix << 32n) | four;
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (!dotted) return parseSix(address);
  const tail = parseFour(dotted[2] ?? "");
  return tail === null ? null : parseSix(`${dotted[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`);
}

function parseFour(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseSix(text: string): bigint | null {
  const [head, tail, ...rest] = text.split("::").map((half) => (half === "" ? [] : half.split(":")));
  if (!head || rest.length > 0) return null;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: tail ? missing : 0 }, () => "0"), ...(tail ?? [])];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
