import type { Airport } from "./world/airports.ts";

/** What goes wrong on purpose; one word for each, the same for airports, look-ups and leads. */
export const failures = [
  "slow-5",
  "slow-20",
  "limited",
  "limited-old",
  "unauthorized",
  "forbidden",
  "failing",
  "busy",
  "down",
  "cut",
  "truncated",
  "html",
  "soft",
  "odd",
  "none",
  "one",
  "many",
  "expired",
  "lost",
] as const;
export type Failure = (typeof failures)[number];

interface Sentinel {
  failure: Failure;
  /** No such ICAO code can exist: the block ZZ is not given to a state. */
  code: string;
  name: string;
  does: string;
}

/** Searched from or to, they make `POST /searches` misbehave. `sandbox` in the airport field lists them all. */
export const sentinels: Sentinel[] = [
  { failure: "slow-5", code: "ZZS5", name: "SLOW FIVE SECONDS", does: "answers after 5 seconds" },
  { failure: "slow-20", code: "ZZS2", name: "SLOW TWENTY SECONDS", does: "answers after 20 seconds" },
  { failure: "limited", code: "ZZL9", name: "LIMITED 429", does: "429 with X-Rate-Limit-Reset: 8" },
  { failure: "limited-old", code: "ZZL3", name: "LIMITED OLD STYLE 403", does: "403 with X-Rate-Limit headers" },
  { failure: "unauthorized", code: "ZZA1", name: "UNAUTHORIZED 401", does: "401 ERR_INPUT_GENERIC_INVALID" },
  { failure: "forbidden", code: "ZZA3", name: "FORBIDDEN 403", does: "403 AUTHENTICATION_COMPANY_ACCESS" },
  { failure: "failing", code: "ZZF0", name: "FAILING 500", does: "500 with a useless title" },
  { failure: "busy", code: "ZZF3", name: "BUSY 503", does: "503" },
  { failure: "down", code: "ZZF4", name: "DOWN 504", does: "504" },
  { failure: "cut", code: "ZZCC", name: "CONNECTION CUT", does: "the connection breaks without an answer" },
  { failure: "truncated", code: "ZZCT", name: "TRUNCATED JSON", does: "200, but the body ends half way" },
  { failure: "html", code: "ZZHT", name: "HTML PAGE", does: "200 with a maintenance page" },
  { failure: "soft", code: "ZZSE", name: "SOFT ERRORS", does: "200 with meta.errors" },
  {
    failure: "odd",
    code: "ZZDD",
    name: "ODD SHAPES",
    does: "data as a list, text for numbers, every fifth hit broken",
  },
  { failure: "none", code: "ZZN0", name: "NO HITS", does: "no hit" },
  { failure: "one", code: "ZZN1", name: "ONE HIT", does: "exactly one hit" },
  { failure: "many", code: "ZZN3", name: "THREE HUNDRED HITS", does: "exactly 300 hits" },
  { failure: "expired", code: "ZZEX", name: "EXPIRED SEARCH", does: "hits, but the search is unknown to POST /leads" },
];

/** They lie where London Luton lies, so that real aircraft can reach them. */
export const sentinelAirports: Airport[] = sentinels.map(({ code, name }, index) => ({
  id: 990_000 + index,
  icao: code,
  name,
  city: "SANDBOX",
  country: { code: "GB", name: "United Kingdom" },
  latitude: 51.8747,
  longitude: -0.3683,
  zone: "Europe/London",
  popularity: 10 - index / 100,
  keywords: ["sentinel", "sandbox", "test", name.toLowerCase()],
  kind: "AIRPORT",
  classification: "UNKNOWN",
  runwayM: 3000,
}));

/** The failure that one of these airport codes stands for. */
export function failureOfAirport(codes: string[]): Failure | undefined {
  return sentinels.find(({ code }) => codes.includes(code))?.failure;
}

/** `fail busy` typed in the airport field makes `GET /airports/search` itself misbehave. */
export function failureOfFilter(filter: string): Failure | undefined {
  const word = /^fail (\S+)$/i.exec(filter.trim())?.[1]?.toLowerCase();
  return failures.find((failure) => failure === word);
}

/**
 * A lead from somebody called `Fail Busy` misbehaves each time; `Fail Busy Once` and `Fail Busy Twice` only so often, so that
 * a delivery can be watched recovering.
 */
export function failureOfContact(name: string): { failure: Failure; times: number } | undefined {
  const [, word, often] = /^fail (\S+)(?: (once|twice))?$/i.exec(name.trim()) ?? [];
  const failure = failures.find((known) => known === word?.toLowerCase());
  if (failure === undefined) return undefined;
  const times = { once: 1, twice: 2 }[often?.toLowerCase() ?? ""] ?? Number.POSITIVE_INFINITY;
  return { failure, times };
}
