/** The `Authorization` header of a POST with a JSON body, signed by OAuth 1 with HMAC-SHA1 and no token. */
export async function signCall(by: {
  url: string;
  key: string;
  secret: string;
  /** Since the epoch. */
  seconds: number;
  nonce: string;
}): Promise<string> {
  const url = new URL(by.url);
  const oauth: [string, string][] = [
    ["oauth_consumer_key", by.key],
    ["oauth_nonce", by.nonce],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", String(by.seconds)],
    ["oauth_version", "1.0"],
  ];
  const pairs = [...oauth, ...url.searchParams].map(([name, value]) => [quote(name), quote(value)] as const);
  // By name, then by value: as one text `a1=` would come before `a=`.
  const sorted = pairs.toSorted((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
  const parameters = sorted.map((pair) => pair.join("=")).join("&");
  const text = `POST&${quote(url.origin + url.pathname)}&${quote(parameters)}`;
  const signature = await hmac(`${quote(by.secret)}&`, text);
  const parts = [...oauth, ["oauth_signature", signature] as const];
  return `OAuth ${parts.map(([name, value]) => `${name}="${quote(value)}"`).join(", ")}`;
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

async function hmac(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const secret = await crypto.subtle.importKey("raw", bytes.encode(key), algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", secret, bytes.encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

function quote(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
