import type {
  AirportResponse,
  LeadReceipt,
  LeadRequestInput,
  Problem,
  SearchRequestInput,
  SearchResponse,
  WidgetSettings,
} from "@liftline/schema";
import { ApiError } from "./api-error.ts";
import { writeJson } from "./write-json.ts";

/** The part of `fetch` that is used; a Hono app's `request` fits too. */
export type ClientFetch = (url: string, init: RequestInit) => Response | Promise<Response>;

export interface ClientOptions {
  /** Where the backend is, without a slash at the end; empty for the page's own origin. */
  baseUrl: string;
  /** The broker's public key, such as `pk_demo`. */
  embedKey: string;
  fetch?: ClientFetch;
}

/** What to look airports up by: typed text, or a place. `lang` is the BCP 47 tag to name cities in. */
export type AirportLookup = { limit?: number; lang?: string } & (
  | { query: string }
  | { latitude: number; longitude: number }
);

interface CallOptions {
  signal?: AbortSignal;
}

/** The backend's routes. A failed call throws `ApiError`; one that the caller's `signal` ended throws that signal's reason. */
export interface Client {
  /**
   * `lang` is the BCP 47 tag of the language in which the broker's own words are wanted; `cache` as in `fetch`:
   * browsers keep the answer for a minute.
   */
  settings(options?: CallOptions & { lang?: string; cache?: "default" | "no-cache" }): Promise<WidgetSettings>;
  findAirports(lookup: AirportLookup, options?: CallOptions): Promise<AirportResponse["airports"]>;
  searchOptions(request: SearchRequestInput, options?: CallOptions): Promise<SearchResponse>;
  /** Safe to repeat with the same `idempotencyKey`: the answer is the same and the lead is one. */
  submitLead(request: LeadRequestInput, options: CallOptions & { idempotencyKey: string }): Promise<LeadReceipt>;
}

/** Milliseconds. A search waits for the marketplace, nothing else does. */
const patience = 15_000;
const searchPatience = 60_000;

interface Call {
  signal?: AbortSignal | undefined;
  cache?: "default" | "no-cache" | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  patienceMs?: number;
}

export function createClient({ baseUrl, embedKey, fetch = globalThis.fetch }: ClientOptions): Client {
  async function call<T>(path: string, { signal, cache, body, headers, patienceMs = patience }: Call): Promise<T> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new ApiError("timeout")), patienceMs);
    const end = AbortSignal.any([late.signal, signal].filter((each) => each !== undefined));
    try {
      const response = await fetch(baseUrl + path, {
        headers: { "X-Embed-Key": embedKey, ...headers, ...(body ? { "Content-Type": "application/json" } : {}) },
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: end,
        ...(cache && { cache }),
        ...(body ? { method: "POST", body: writeJson(body) } : {}),
      });
      const answer: unknown = await response.json().catch(() => undefined);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own backend's answer: the widget cannot pay for a parser
      if (response.ok && answer) return answer as T;
      throw toApiError(response, answer);
    } catch (error) {
      if (end.aborted) throw end.reason;
      throw error instanceof ApiError ? error : new ApiError("network");
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    settings: ({ lang, ...more } = {}) => call(`/widget/settings${lang ? `?lang=${lang}` : ""}`, more),
    findAirports: async (lookup, { signal } = {}) =>
      (await call<AirportResponse>(`/airports?${toQuery(lookup)}`, { signal })).airports,
    searchOptions: (request, { signal } = {}) =>
      call("/searches", { signal, body: request, patienceMs: searchPatience }),
    submitLead: (request, { idempotencyKey, signal }) =>
      call("/leads", { signal, body: request, headers: { "Idempotency-Key": idempotencyKey } }),
  };
}

/** An answer that is no problem document did not come from our backend but from something in front of it. */
function toApiError({ status, headers }: Response, answer: unknown): ApiError {
  const problem: Partial<Problem> = answer ?? {};
  return new ApiError(problem.code ?? (status === 429 ? "rate.limited" : "network"), {
    status,
    errors: problem.errors ?? [],
    requestId: problem.requestId,
    retryAfterSeconds: Number(headers.get("Retry-After")) || undefined,
  });
}

function toQuery(lookup: AirportLookup): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- URLSearchParams writes numbers as well
  return String(new URLSearchParams(lookup as unknown as Record<string, string>));
}
