import type { AvinodeOperation } from "@liftline/schema/avinode";
import { createFetch } from "ofetch";
import { bounded, Stopped } from "./bounded.ts";
import { classifyStatus, readConnectionError } from "./classify-failure.ts";
import type { ClockSkew } from "./clock-skew.ts";
import { AvinodeError, type AvinodeErrorDetails } from "./errors.ts";
import { readEnvelope } from "./read-envelope.ts";
import { limitedFor, readLimits, type Limits } from "./read-limits.ts";
import { readText, TooLarge } from "./read-text.ts";

/** Decompressed. 300 hits with all fields are about 1.3 MB. */
const largestAnswer = 20 * 1024 * 1024;
const largestRefusal = 256 * 1024;

export interface DoorOptions {
  baseUrl: string;
  product: string;
  apiToken: string;
  actAsAccount?: string | null | undefined;
  fetch?: typeof globalThis.fetch | undefined;
  clock: { now(): number };
  skew: ClockSkew;
}

export interface Passage {
  operation: AvinodeOperation | "token";
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base URL, escaped. */
  path: string;
  query?: Record<string, string | number | readonly string[] | undefined> | undefined;
  body?: string | undefined;
  contentType?: string;
  authorization: string | undefined;
  hasEffect: boolean;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

export interface Passed {
  status: number;
  text: string;
  limits: Limits;
}

/** The only way out to the marketplace. One passage is one request: no retry, no redirect, no cookie. */
export function createDoor(options: DoorOptions): (passage: Passage) => Promise<Passed> {
  const { clock, skew } = options;
  const base = readBaseUrl(options.baseUrl);
  const constantHeaders = createHeaders(options);
  const request = createFetch({
    // Looked up for each call where none is given: whoever replaces the global one later means us too.
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    Headers,
    AbortController,
  });

  return async function pass(passage) {
    const { operation, hasEffect, timeoutMs, signal } = passage;
    const url = base.origin + base.pathname + passage.path;
    if (new URL(url).pathname !== base.pathname + passage.path) {
      throw new AvinodeError({ operation, reason: "invalid", sent: false });
    }
    try {
      return await bounded((stop) => run(passage, url, stop), { timeoutMs, signal });
    } catch (error) {
      throw error instanceof AvinodeError ? error : toAvinodeError(error, operation, hasEffect);
    }
  };

  async function run(passage: Passage, url: string, signal: AbortSignal): Promise<Passed> {
    const { method, body, query } = passage;
    const leftAt = clock.now();
    const response = await request.raw(url, {
      method,
      headers: {
        ...constantHeaders,
        "X-Avinode-SentTimestamp": skew.stamp(),
        ...(passage.authorization ? { Authorization: passage.authorization } : {}),
        ...(body === undefined ? {} : { "Content-Type": passage.contentType ?? "application/json" }),
      },
      ...(query ? { query } : {}),
      ...(body === undefined ? {} : { body }),
      signal,
      redirect: "manual",
      retry: false,
      ignoreResponseError: true,
      responseType: "stream",
    });
    skew.learn(response.headers.get("Date"), leftAt, clock.now());
    const limits = readLimits(response.headers, clock.now());
    if (!response.ok) throw await toRefusal(response, passage, limits);
    return { status: response.status, text: await readText(response, largestAnswer), limits };
  }
}

async function toRefusal(response: Response, { operation, hasEffect }: Passage, limits: Limits): Promise<AvinodeError> {
  const { status } = response;
  const reason = classifyStatus(status, { hasEffect, limits });
  const text = await readText(response, largestRefusal).catch(() => "");
  return new AvinodeError({
    operation,
    reason,
    sent: true,
    effect: reason === "ambiguous" ? "unknown" : "none",
    status,
    faults: readEnvelope(text)?.errors ?? [],
    retryAfterMs: reason === "limited" ? limitedFor(limits) : limits.resetMs,
  });
}

function toAvinodeError(error: unknown, operation: Passage["operation"], hasEffect: boolean): AvinodeError {
  const details: AvinodeErrorDetails = {
    operation,
    reason: hasEffect ? "ambiguous" : "unavailable",
    sent: true,
    effect: hasEffect ? "unknown" : "none",
  };
  if (error instanceof Stopped) {
    return new AvinodeError(
      error.why === "aborted" ? { ...details, reason: "aborted" } : { ...details, network: "TIMEOUT" },
    );
  }
  if (error instanceof TooLarge) return new AvinodeError({ ...details, reason: "unreadable" });
  const { sent, network, garbled } = readConnectionError(error);
  if (!sent) return new AvinodeError({ operation, reason: "unsent", sent, network });
  return new AvinodeError({ ...details, ...(garbled ? { reason: "unreadable" } : {}), network });
}

/** Throws without quoting what it was given: a base URL can carry a password by mistake. */
function readBaseUrl(text: string): { origin: string; pathname: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new TypeError("baseUrl must be an http(s) address without credentials, query or fragment");
  }
  return { origin: url.origin, pathname: url.pathname.replace(/\/+$/, "") };
}

function createHeaders({ product, apiToken, actAsAccount }: DoorOptions): Record<string, string> {
  if (!/^\S.*\s\S*\d/.test(product))
    throw new TypeError("product must be a name and a version, such as Liftline v1.0 (R5)");
  const headers = {
    Accept: "application/json",
    "Accept-Encoding": "gzip",
    "X-Avinode-ApiToken": apiToken,
    "X-Avinode-ApiVersion": "v1.0",
    "X-Avinode-Product": product,
    ...(actAsAccount ? { "X-Avinode-ActAsAccount": actAsAccount } : {}),
  };
  for (const [name, value] of Object.entries(headers)) {
    if (!isHeaderValue(value)) throw new TypeError(`${name} cannot be sent: printable ASCII only, and not empty`);
  }
  return headers;
}

/** `fetch` names the value in its error where a header cannot be sent, so it must not come to that. */
export function isHeaderValue(value: string): boolean {
  return /^[\x21-\x7E]([\x20-\x7E]*[\x21-\x7E])?$/.test(value);
}
