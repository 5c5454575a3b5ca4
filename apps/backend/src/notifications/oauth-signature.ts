import { createHash, createHmac } from "node:crypto";
import { equalsSecretly } from "./equals-secretly.ts";

/** How far the sender's clock may be off, in milliseconds (`avinode-api.md` A2 has the same window the other way round). */
export const timestampWindowMs = 5 * 60_000;

const algorithms = new Map([
  ["HMAC-SHA1", "sha1"],
  ["HMAC-SHA256", "sha256"],
]);

/** A call as it was signed. */
export interface SignedCall {
  method: string;
  /** As the sender knows it: behind a proxy that is not the address we see. */
  url: string;
  /** The `Authorization` header. */
  authorization: string;
  /** The body as it came; asked for only where the sender signed it. */
  body: () => Promise<string>;
}

/** What must not come a second time. */
export interface SignedOnce {
  /** The time stamp and the word that was drawn for it. */
  nonce: string;
  /** Until when it would be taken again, milliseconds since the epoch. */
  validUntil: number;
}

/** Checks the signature of a call (RFC 5849 §3.2, with key and secret, no token). Null where anything does not fit. */
export async function verifySignature(
  call: SignedCall,
  by: { key: string; secret: string; now: number },
): Promise<SignedOnce | null> {
  const given = parseParameters(call.authorization);
  const algorithm = algorithms.get(given?.get("oauth_signature_method") ?? "");
  const { oauth_timestamp: stamp = "", oauth_nonce: word = "" } = Object.fromEntries(given ?? []);
  const parameters = [...(given ?? [])].filter(([name]) => name !== "oauth_signature");
  const expected = signatureOf({ ...call, parameters, algorithm: algorithm ?? "sha256", secret: by.secret });
  // All of it, whatever was wrong first: how long it takes tells nothing.
  const fits = [
    equalsSecretly(given?.get("oauth_signature") ?? "", expected),
    equalsSecretly(given?.get("oauth_consumer_key") ?? "", by.key),
    algorithm !== undefined,
    (given?.get("oauth_version") ?? "1.0") === "1.0",
    /^[1-9]\d{0,11}$/.test(stamp) && Math.abs(Number(stamp) * 1000 - by.now) <= timestampWindowMs,
    word !== "",
  ];
  if (!given || !algorithm || fits.includes(false)) return null;
  const bodyHash = given.get("oauth_body_hash");
  if (bodyHash !== undefined) {
    const actual = createHash(algorithm)
      .update(await call.body())
      .digest("base64");
    if (!equalsSecretly(bodyHash, actual)) return null;
  }
  return { nonce: `${stamp} ${word}`, validUntil: Number(stamp) * 1000 + timestampWindowMs };
}

/** RFC 5849 §3.4.2. Parameters of the address are added to those given. */
export function signatureOf(by: {
  method: string;
  url: string;
  parameters: readonly (readonly [name: string, value: string])[];
  algorithm: string;
  secret: string;
  tokenSecret?: string;
}): string {
  const key = `${escape(by.secret)}&${escape(by.tokenSecret ?? "")}`;
  return createHmac(by.algorithm, key).update(baseString(by)).digest("base64");
}

/** RFC 5849 §3.4.1: method, address and sorted parameters, each escaped once more. */
export function baseString({
  method,
  url,
  parameters,
}: Pick<Parameters<typeof signatureOf>[0], "method" | "url" | "parameters">): string {
  const { origin, pathname, searchParams } = new URL(url);
  const sorted = [...searchParams, ...parameters]
    .map(([name, value]) => [escape(name), escape(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`);
  return [method.toUpperCase(), origin + pathname, sorted.join("&")].map(escape).join("&");
}

/** The header's parameters without `realm`; null where it is no such header, says something twice or cannot be unescaped. */
function parseParameters(header: string): Map<string, string> | null {
  const [, list] = /^OAuth\s+(.*)$/is.exec(header) ?? [];
  if (list === undefined || list.length > 4000) return null;
  const parameters = new Map<string, string>();
  for (const part of list.split(",")) {
    const [, name = "", value = ""] = /^\s*([^\s="]+)="([^"]*)"\s*$/.exec(part) ?? [];
    if (name === "" || parameters.has(name)) return null;
    if (name.toLowerCase() === "realm") continue;
    try {
      parameters.set(decodeURIComponent(name), decodeURIComponent(value));
    } catch {
      return null;
    }
  }
  return parameters;
}

/** RFC 3986, which escapes a few characters more than JavaScript does. */
function escape(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
