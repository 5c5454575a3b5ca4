import { describe, expect, test } from "vitest";
import { createTestApp, testStart, type TestApp } from "../../test/harness.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const path = "/mediafiles/store/2582/a.png";

interface SeenCall {
  url: string;
  init: RequestInit | undefined;
}

/** The backend in front of one host that answers everything alike. */
async function photoApp(answer: () => Response | Promise<Response>): Promise<TestApp & { calls: SeenCall[] }> {
  const calls: SeenCall[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push({ url: input instanceof Request ? input.url : String(input), init });
    return answer();
  };
  return { ...(await createTestApp({ overrides: { fetch } })), calls };
}

function tokenFor({ dependencies }: TestApp, changes: { broker?: string; environment?: "live"; path?: string } = {}) {
  const owner = { id: changes.broker ?? "demo", environment: changes.environment ?? ("sandbox" as const) };
  return dependencies.sealing.photoSealer(owner, "2026-12-02T10:00:00Z")(changes.path ?? path);
}

const pngAnswer = () => new Response(png, { headers: { "content-type": "text/html" } });

describe("GET /photos/{token}", () => {
  test("shows the photo on any page, without embed key or origin", async () => {
    const test = await photoApp(pngAnswer);
    const response = await test.app.request(`/photos/${tokenFor(test)}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "private, max-age=86400, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
    });
  });

  test("R8: asks the marketplace's host only, without credentials, and follows no redirect", async () => {
    const test = await photoApp(pngAnswer);
    await test.app.request(`/photos/${tokenFor(test)}`);
    expect(test.calls.map(({ url }) => url)).toEqual(["https://sandbox.avinode.com/mediafiles/store/2582/a.png"]);
    expect(test.calls[0]?.init).toMatchObject({ redirect: "manual", credentials: "omit" });
    const sent = new Headers(test.calls[0]?.init?.headers);
    expect([...sent.keys()]).toEqual(["accept"]);
  });

  test.each([
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "http://169.254.169.254/" } })],
    ["not found", () => new Response("no", { status: 404 })],
    ["an SVG that calls itself PNG", () => new Response("<svg/>", { headers: { "content-type": "image/png" } })],
    ["an empty answer", () => new Response(null)],
    ["more than 5 MB", () => new Response(Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]))],
    ["a broken connection", () => Promise.reject(new TypeError("fetch failed: secret.example"))],
  ])("R10: %s at the marketplace is a photo that is not available", async (_, answer) => {
    const test = await photoApp(answer);
    const response = await test.app.request(`/photos/${tokenFor(test)}`);
    expect([response.status, await response.json()]).toMatchObject([404, { code: "photo.unavailable" }]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(JSON.stringify(test.logLines)).not.toMatch(/secret\.example|2582|a\.png/);
  });

  test("never reads an endless answer to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const test = await photoApp(() => new Response(endless));
    expect((await test.app.request(`/photos/${tokenFor(test)}`)).status).toBe(404);
    expect(sent).toBeLessThan(6 * 1024 * 1024);
  });

  test("R13: nothing is fetched for a forged token, another environment, an unknown broker or another place", async () => {
    const test = await photoApp(pngAnswer);
    const tokens = [
      "x",
      "A".repeat(80),
      `${tokenFor(test).slice(0, -2)}AA`,
      tokenFor(test, { environment: "live" }),
      tokenFor(test, { broker: "nobody" }),
      tokenFor(test, { path: "@evil.example/a.png" }),
      tokenFor(test, { path: ":8443/a.png" }),
    ];
    const texts = await Promise.all(tokens.map(async (token) => (await test.app.request(`/photos/${token}`)).text()));
    const told = new Set(texts.map((text) => text.replace(/"requestId":"[^"]*"/, "")));
    expect([...told]).toEqual([expect.stringContaining('"photo.unavailable"')]);
    expect(test.calls).toEqual([]);
  });

  test("ends when its token does", async () => {
    const test = await photoApp(pngAnswer);
    const token = tokenFor(test);
    test.clock.advance(Date.parse("2026-12-02T09:59:00Z") - testStart);
    const late = await test.app.request(`/photos/${token}`);
    expect(late.headers.get("cache-control")).toBe("private, max-age=60, immutable");
    test.clock.advance(60_000);
    expect((await test.app.request(`/photos/${token}`)).status).toBe(404);
    expect(test.calls).toHaveLength(1);
  });

  test("is fetched 1,200 times a minute for one address, and no more; others are not held up", async () => {
    const test = await photoApp(pngAnswer);
    const ask = async (remoteAddress: string) =>
      test.app.request("/photos/forged", {}, { incoming: { socket: { remoteAddress } } });
    const answers = await Promise.all(Array.from({ length: 1_201 }, () => ask("2001:db8::7")));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(1_200);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get("retry-after")).toBe("60");
    expect((await ask("2001:db8:0:1::7")).status).toBe(404);
    test.clock.advance(60_000);
    expect((await ask("2001:db8::8")).status).toBe(404);
  });

  test("R2: is asked for each time, because nothing of it is kept", async () => {
    const test = await photoApp(pngAnswer);
    const token = tokenFor(test);
    await test.app.request(`/photos/${token}`);
    await test.app.request(`/photos/${token}`);
    expect(test.calls).toHaveLength(2);
  });
});
