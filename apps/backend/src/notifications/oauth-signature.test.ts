import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import OAuth from "oauth-1.0a";
import { describe, expect, test } from "vitest";
import { baseString, signatureOf, verifySignature } from "./oauth-signature.ts";

const now = Date.parse("2026-12-01T10:00:00Z");
const url = "https://leads.demo-charter.example/webhooks/avinode/demo";
const by = { key: "liftline", secret: "a secret & more", now };

/** A header as an OAuth library writes it. */
function sign(
  options: {
    url?: string;
    key?: string;
    secret?: string;
    method?: "HMAC-SHA1" | "HMAC-SHA256";
    at?: number;
    nonce?: string;
    data?: Record<string, string>;
  } = {},
): string {
  const method = options.method ?? "HMAC-SHA1";
  const hash = method === "HMAC-SHA1" ? "sha1" : "sha256";
  const signer = new OAuth({
    consumer: { key: options.key ?? by.key, secret: options.secret ?? by.secret },
    signature_method: method,
    realm: "notifications",
    hash_function: (text, key) => createHmac(hash, key).update(text).digest("base64"),
  });
  signer.getTimeStamp = () => Math.floor((options.at ?? now) / 1000);
  if (options.nonce !== undefined) signer.getNonce = () => options.nonce ?? "";
  const data = options.data ?? {};
  return signer.toHeader(signer.authorize({ url: options.url ?? url, method: "POST", data })).Authorization;
}

function check(authorization: string, change: { url?: string; method?: string; body?: string; now?: number } = {}) {
  const call = { method: "POST", url, authorization, body: async () => change.body ?? "{}", ...change };
  return verifySignature({ ...call, body: async () => change.body ?? "{}" }, { ...by, now: change.now ?? now });
}

describe("the signature", () => {
  test("is that of RFC 5849 §1.2", () => {
    const signature = signatureOf({
      method: "GET",
      url: "http://photos.example.net/photos?file=vacation.jpg&size=original",
      parameters: [
        ["oauth_consumer_key", "dpf43f3p2l4k3l03"],
        ["oauth_token", "nnch734d00sl2jdk"],
        ["oauth_signature_method", "HMAC-SHA1"],
        ["oauth_timestamp", "137131202"],
        ["oauth_nonce", "chapoH"],
      ],
      algorithm: "sha1",
      secret: "kd94hf93k423kf44",
      tokenSecret: "pfkkdhi9sl3r4s00",
    });
    expect(signature).toBe("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
  });

  test("rests on the base string of RFC 5849 §3.4.1.1", () => {
    const text = baseString({
      method: "post",
      url: "HTTP://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b",
      parameters: [
        ["oauth_consumer_key", "9djdj82h48djs9d2"],
        ["oauth_token", "kkk9d7dh3k39sjv7"],
        ["oauth_signature_method", "HMAC-SHA1"],
        ["oauth_timestamp", "137131201"],
        ["oauth_nonce", "7d8f3e4a"],
        ["c2", ""],
        ["a3", "2 q"],
      ],
    });
    expect(text).toBe(
      "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D" +
        "%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1" +
        "%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7",
    );
  });

  test.each(["HMAC-SHA1", "HMAC-SHA256"] as const)("of %s is taken as another library writes it", async (method) => {
    const header = sign({ method, nonce: "a nonce" });
    expect(await check(header)).toEqual({ nonce: `${now / 1000} a nonce`, validUntil: now + 300_000 });
  });

  test("is taken whatever stands in key, secret, nonce and query", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (key, secret, nonce, query) => {
        const address = `${url}?${new URLSearchParams([["q", query]]).toString()}`;
        const header = sign({ key, secret, nonce, url: `${url}?q=${encodeURIComponent(query)}` });
        const call = { method: "POST", url: address, authorization: header, body: async () => "" };
        expect(await verifySignature(call, { key, secret, now })).not.toBeNull();
        expect(await verifySignature(call, { key, secret: `${secret}x`, now })).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe("R26: a call is refused", () => {
  const good = sign({ nonce: "n" });

  test.each([
    ["whose secret is another", sign({ secret: "another" })],
    ["whose secret is empty", sign({ secret: "" })],
    ["whose key is another", sign({ key: "another" })],
    ["signed for another address", sign({ url: `${url}2` })],
    ["signed for another host", sign({ url: "https://evil.example/webhooks/avinode/demo" })],
    ["signed for plain http", sign({ url: url.replace("https", "http") })],
    ["signed with something else in the query", sign({ url: `${url}?a=1` })],
    ["signed with a body that it does not have", sign({ data: { a: "1" } })],
    ["without a nonce", sign({ nonce: "" })],
    ["without a signature", good.replace(/,? ?oauth_signature="[^"]*"/, "")],
    ["with an empty signature", good.replace(/(oauth_signature=")[^"]*/, "$1")],
    [
      "with one character changed",
      good.replace(/(oauth_signature=")(.)/, (_, head, one) => `${head}${one === "A" ? "B" : "A"}`),
    ],
    ["that names no method", good.replace(/,? ?oauth_signature_method="[^"]*"/, "")],
    [
      "in plain text",
      good.replace("HMAC-SHA1", "PLAINTEXT").replace(/(oauth_signature=")[^"]*/, "$1a%20secret%20%26%20more%26"),
    ],
    ["of a version that there is not", good.replace('oauth_version="1.0"', 'oauth_version="2.0"')],
    ["that says something twice", good.replace("oauth_nonce", 'oauth_nonce="m", oauth_nonce')],
    ["that cannot be unescaped", good.replace(/(oauth_signature=")[^"]*/, "$1%E0%A4%A")],
    ["whose time is no number", good.replace(/(oauth_timestamp=")[^"]*/, "$1soon")],
    ["that is a bearer's", "Bearer liftline"],
    ["that is nearly empty", "OAuth "],
    ["that is endless", `OAuth ${"a".repeat(5000)}="1"`],
  ])("%s", async (_, header) => {
    expect(header).not.toBe(good);
    expect(await check(header)).toBeNull();
    expect(await check(good)).not.toBeNull();
  });

  test.each([
    [-300_001, false],
    [-299_000, true],
    [299_000, true],
    [301_000, false],
  ])("that was signed %i ms from now: taken %s", async (offset, taken) => {
    expect((await check(sign({ at: now + offset }))) !== null).toBe(taken);
  });

  test("whose method is not the one that was signed", async () => {
    expect(await check(good, { method: "GET" })).toBeNull();
  });

  test("whose body is not the one whose hash was signed", async () => {
    const signed = signWithBody("the body");
    expect(await check(signed, { body: "the body" })).not.toBeNull();
    expect(await check(signed, { body: "another body" })).toBeNull();
  });
});

/** With `oauth_body_hash`, which few senders know. */
function signWithBody(body: string): string {
  const parameters: [string, string][] = [
    ["oauth_consumer_key", by.key],
    ["oauth_nonce", "n"],
    ["oauth_signature_method", "HMAC-SHA256"],
    ["oauth_timestamp", String(now / 1000)],
    ["oauth_body_hash", createHash("sha256").update(body).digest("base64")],
  ];
  const signature = signatureOf({ method: "POST", url, parameters, algorithm: "sha256", secret: by.secret });
  const all = [...parameters, ["oauth_signature", signature] as const];
  return `OAuth ${all.map(([name, value]) => `${name}="${encodeURIComponent(value)}"`).join(",")}`;
}
