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
  settings(options?: CallOptions): Promise<WidgetSettings>;
  findAirports(lookup: AirportLookup, options?: CallOptions): Promise<AirportResponse["airports"]>;
  searchOptions(request: SearchRequestInput, options?: CallOptions): Promise<SearchResponse>;
  /** Safe to repeat with the same `idempotencyKey`: the answer is the same and the lead is one. */
  submitLead(request: LeadRequestInput, options: CallOptions & { idempotencyKey: string }): Promise<LeadReceipt>;
}

/** Milliseconds: a search waits for the marketplace, the rest should not. */
const patience = 15_000;
const searchPatience = 60_000;

export function createClient({ baseUrl, embedKey, fetch = globalThis.fetch }: ClientOptions): Client {
  async function call<T>(path: string, signal?: AbortSignal, body?: unknown, key?: string): Promise<T> {
    const abort = new AbortController();
    const stop = () => abort.abort(signal?.reason);
    const timer = setTimeout(
      () => abort.abort(new ApiError("timeout")),
      path === "/searches" ? searchPatience : patience,
    );
    signal?.aborted ? stop() : signal?.addEventListener("abort", stop);
    try {
      const response = await fetch(baseUrl + path, {
        method: body ? "POST" : "GET",
        headers: {
          "X-Embed-Key": embedKey,
          ...(body ? { "Content-Type": "application/json" } : {}),
          ...(key ? { "Idempotency-Key": key } : {}),
        },
        body: body ? JSON.stringify(body) : null,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: abort.signal,
      });
      const answer: unknown = await response.json().catch(() => undefined);
      abort.signal.throwIfAborted();
      if (response.ok && answer) return answer as T;
      throw toApiError(response, answer);
    } catch (error) {
      if (abort.signal.aborted) throw abort.signal.reason;
      throw error instanceof ApiError ? error : new ApiError("network");
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }

  return {
    settings: ({ signal } = {}) => call("/widget/settings", signal),
    findAirports: async (lookup, { signal } = {}) =>
      (await call<AirportResponse>(`/airports?${new URLSearchParams(toText(lookup))}`, signal)).airports,
    searchOptions: (request, { signal } = {}) => call("/searches", signal, request),
    submitLead: (request, { idempotencyKey, signal }) => call("/leads", signal, request, idempotencyKey),
  };
}

/** An answer that is no problem document did not come from our backend but from something in front of it. */
function toApiError(response: Response, answer: unknown): ApiError {
  const problem = (answer ?? {}) as Partial<Problem>;
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return new ApiError(
    problem.code ?? (response.status === 429 ? "rate.limited" : "network"),
    response.status,
    problem,
    seconds >= 0 ? seconds : undefined,
  );
}

function toText(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, `${value}`]])),
  );
}
