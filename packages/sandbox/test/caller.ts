import { z } from "zod";
import { AvinodeEnvelope, type AvinodeMessage, AvinodeMeta } from "@liftline/schema/avinode";
import {
  createMarketplace,
  sandboxApiToken,
  sandboxConnections,
  type Marketplace,
  type MarketplaceOptions,
} from "../src/index.ts";
import { marketplaceFetch } from "../src/node.ts";

/** The instant of every test: a Tuesday noon in winter. */
export const testNow = Date.parse("2026-12-01T12:00:00Z");

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Of `meta.errors`. */
  errors: AvinodeMessage[];
  /** `data`, checked by a schema. */
  data<Schema extends z.ZodType>(schema: Schema): z.infer<Schema>;
}

interface CallOptions {
  /** Headers to change; `null` leaves one out. */
  headers?: Record<string, string | null>;
  body?: unknown;
  token?: string;
  signal?: AbortSignal;
}

export interface Caller {
  marketplace: Marketplace;
  fetch: typeof fetch;
  /** Moves the marketplace's clock. */
  advance(ms: number): void;
  /** How long the marketplace was asked to wait, in all. */
  waitedMs(): number;
  get(path: string, options?: CallOptions): Promise<Answer>;
  post(path: string, body: unknown, options?: CallOptions): Promise<Answer>;
  put(path: string, body: unknown, options?: CallOptions): Promise<Answer>;
  delete(path: string, options?: CallOptions): Promise<Answer>;
}

/** A well-behaved client of a fresh marketplace, on a clock that stands still. */
export function createCaller(options: MarketplaceOptions = {}): Caller {
  let now = testNow;
  let waited = 0;
  const marketplace = createMarketplace({
    clock: { now: () => now },
    rate: null,
    wait: async (ms) => void (waited += ms),
    ...options,
  });
  const send = marketplaceFetch(marketplace);

  async function call(
    method: string,
    path: string,
    { headers = {}, body, token, signal }: CallOptions,
  ): Promise<Answer> {
    const all: Record<string, string | null> = {
      "X-Avinode-ApiToken": sandboxApiToken,
      Authorization: `Bearer ${token ?? sandboxConnections.demo.token}`,
      "X-Avinode-SentTimestamp": new Date(now).toISOString(),
      "X-Avinode-ApiVersion": "v1.0",
      "X-Avinode-Product": "Liftline v1.0",
      ...(hasBody(method) && { "Content-Type": "application/json" }),
      ...headers,
    };
    const sent = new Headers();
    for (const [name, value] of Object.entries(all)) if (value !== null) sent.set(name, value);
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const init = { method, headers: sent, ...(hasBody(method) && { body: text }), ...(signal && { signal }) };
    const response = await send(`${marketplace.baseUrl}${path}`, init);
    return readAnswer(response);
  }

  return {
    marketplace,
    fetch: send,
    advance: (ms) => void (now += ms),
    waitedMs: () => waited,
    get: (path, sent = {}) => call("GET", path, sent),
    post: (path, body, sent = {}) => call("POST", path, { ...sent, body }),
    put: (path, body, sent = {}) => call("PUT", path, { ...sent, body }),
    delete: (path, sent = {}) => call("DELETE", path, sent),
  };
}

function hasBody(method: string): boolean {
  return method === "POST" || method === "PUT";
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  const failed = isJson && response.status >= 400;
  return {
    status: response.status,
    headers: response.headers,
    text,
    errors: failed ? (z.object({ meta: AvinodeMeta }).parse(JSON.parse(text)).meta.errors ?? []) : [],
    data: (schema) => schema.parse(AvinodeEnvelope.parse(JSON.parse(text)).data),
  };
}
