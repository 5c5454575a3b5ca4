import { describe, expect, test, vi } from "vitest";
import { ApiError, createClient, type ClientFetch } from "./index.ts";

const request = { legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", passengers: 7 }] };
const lead = { search: "s", options: [], contact: { name: "Jo", email: "jo@example.com" } };

/** A backend made by hand, and what it was asked. */
function createBackend(reply: ClientFetch) {
  const calls: { url: string; init: RequestInit }[] = [];
  const client = createClient({
    baseUrl: "https://leads.example",
    embedKey: "pk_demo",
    fetch: (url, init) => {
      calls.push({ url, init });
      return reply(url, init);
    },
  });
  return { client, calls };
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => "the call went well",
    (error: unknown) => error,
  );
}

function problem(status: number, body: object, headers = {}): Response {
  return Response.json(body, { status, headers: { "Content-Type": "application/problem+json", ...headers } });
}

describe("the client", () => {
  test("asks each route as the contract says", async () => {
    const { client, calls } = createBackend(() => Response.json({ airports: [1] }));
    await client.settings();
    expect(await client.findAirports({ query: "são & co", limit: 8 })).toEqual([1]);
    await client.findAirports({ latitude: 51.5, longitude: -0.1, lang: "de" });
    await client.searchOptions(request);
    await client.submitLead(lead, { idempotencyKey: "key-1" });
    expect(calls.map(({ url, init }) => `${init.method ?? "GET"} ${url.replace("https://leads.example", "")}`)).toEqual(
      [
        "GET /widget/settings",
        "GET /airports?query=s%C3%A3o+%26+co&limit=8",
        "GET /airports?latitude=51.5&longitude=-0.1&lang=de",
        "POST /searches",
        "POST /leads",
      ],
    );
    expect(calls.map(({ init }) => init.headers)).toEqual([
      { "X-Embed-Key": "pk_demo" },
      { "X-Embed-Key": "pk_demo" },
      { "X-Embed-Key": "pk_demo" },
      { "X-Embed-Key": "pk_demo", "Content-Type": "application/json" },
      { "X-Embed-Key": "pk_demo", "Content-Type": "application/json", "Idempotency-Key": "key-1" },
    ]);
    expect(calls[3]?.init.body).toBe(JSON.stringify(request));
    await client.settings({ cache: "no-cache" });
    expect(calls.map(({ init }) => init.cache).filter(Boolean)).toEqual(["no-cache"]);
    const leg = { from: { code: "EGGW" }, to: { words: "the strip near Ascot" }, date: "2026-12-13", passengers: 4 };
    const asked = { trip: { legs: [leg] }, contact: lead.contact };
    await client.submitLead(asked, { idempotencyKey: "key-2" });
    expect(calls.at(-1)?.init.body).toBe(JSON.stringify(asked));
    for (const { init } of calls) expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
  });

  test("turns a problem into an error with its code, faults, request id and advice", async () => {
    const errors = [{ path: "legs.0.date", message: "must be a date" }];
    const body = { type: "about:blank", title: "no", status: 400, code: "request.invalid", errors, requestId: "req-1" };
    const { client } = createBackend(() => problem(400, body, { "Retry-After": "7" }));
    const failure = await failureOf(client.searchOptions(request));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({
      code: "request.invalid",
      status: 400,
      errors,
      requestId: "req-1",
      retryAfterSeconds: 7,
    });
  });

  test.each([
    ["an HTML error page", () => new Response("<html>", { status: 502 }), "network", 502],
    ["a login page of some network", () => new Response("<html>"), "network", 200],
    ["JSON that is no problem", () => Response.json(null, { status: 404 }), "network", 404],
    ["a limit set by something in front", () => new Response("slow down", { status: 429 }), "rate.limited", 429],
    ["an empty answer", () => new Response(null, { status: 204 }), "network", 204],
    ["no connection", () => Promise.reject(new TypeError("https://leads.example/?query=CANARY")), "network", 0],
  ] as const)("makes sense of %s", async (_, reply, code, status) => {
    const { client } = createBackend(reply);
    const failure = await failureOf(client.settings());
    expect(failure).toMatchObject({ name: "ApiError", code, status, errors: [], message: code });
    expect(failure).not.toHaveProperty("cause");
  });

  test("an answer cut off within its body is a network failure, not a crash", async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError("terminated")) });
    const { client } = createBackend(() => new Response(body));
    expect(await failureOf(client.settings())).toMatchObject({ code: "network", status: 200 });
  });

  test("a call that its caller ends throws the caller's own reason", async () => {
    const abort = new AbortController();
    const { client } = createBackend((_, { signal }) => {
      abort.abort("typed on");
      return Promise.reject(signal?.reason);
    });
    expect(await failureOf(client.findAirports({ query: "lon" }, { signal: abort.signal }))).toBe("typed on");
    expect(await failureOf(client.findAirports({ query: "lon" }, { signal: abort.signal }))).toBe("typed on");
  });

  test("a call that takes too long is a timeout; a search may take longer", async () => {
    vi.useFakeTimers();
    try {
      const { client } = createBackend(
        (_, { signal }) =>
          new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
      );
      const lookup = failureOf(client.findAirports({ query: "lon" }));
      const search = failureOf(client.searchOptions(request));
      let searching = true;
      void search.then(() => (searching = false));
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await lookup).toMatchObject({ code: "timeout", status: 0 });
      expect(searching).toBe(true);
      await vi.advanceTimersByTimeAsync(45_000);
      expect(await search).toMatchObject({ code: "timeout" });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test("works with an app's request in place of fetch, without a host", async () => {
    const urls: string[] = [];
    const app = (url: string, init?: RequestInit) => {
      urls.push(url);
      return Response.json({ name: "Demo", key: new Headers(init?.headers).get("X-Embed-Key") });
    };
    const client = createClient({ baseUrl: "", embedKey: "pk_demo", fetch: app });
    expect(await client.settings()).toMatchObject({ key: "pk_demo" });
    expect(urls).toEqual(["/widget/settings"]);
  });
});
