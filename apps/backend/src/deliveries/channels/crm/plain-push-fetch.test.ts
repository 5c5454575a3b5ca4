import { expect, test } from "vitest";
import { createPlainPushFetch } from "./plain-push-fetch.ts";
import { longestAnswerBytes } from "./push-fetch.ts";

const push = {
  url: "https://crm.example/leads",
  headers: { "X-Key": "1" },
  body: "{}",
  signal: AbortSignal.timeout(5_000),
};

test("sends one POST and follows no redirect", async () => {
  const calls: [unknown, RequestInit | undefined][] = [];
  const fetch = createPlainPushFetch((url, init) => {
    calls.push([url, init]);
    return Promise.resolve(new Response(null, { status: 307, headers: { Location: "https://elsewhere.example/" } }));
  });
  expect((await fetch(push)).status).toBe(307);
  expect(calls).toMatchObject([[push.url, { method: "POST", redirect: "manual", body: "{}" }]]);
});

test("reads no more than 64 kB", async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.enqueue(new Uint8Array(10_000).fill(120)),
  });
  const fetch = createPlainPushFetch(() => Promise.resolve(new Response(endless)));
  expect((await fetch(push)).text).toHaveLength(longestAnswerBytes);
});

test("a failure may have arrived; an address that is none is not called", async () => {
  let called = 0;
  const fetch = createPlainPushFetch(() => {
    called += 1;
    return Promise.reject(new TypeError("network"));
  });
  await expect(fetch(push)).rejects.toMatchObject({ reason: "ambiguous" });
  await expect(fetch({ ...push, url: "https://127.0.0.1/" })).rejects.toMatchObject({ reason: "address" });
  expect(called).toBe(1);
});
