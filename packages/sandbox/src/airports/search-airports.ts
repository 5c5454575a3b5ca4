import { enactFailure } from "../http/enact-failure.ts";
import type { Call, Endpoint, Reply } from "../http/endpoint.ts";
import { readFields } from "../http/read-fields.ts";
import { invalid, missing } from "../http/refusal.ts";
import { failureOfFilter } from "../sentinels.ts";
import type { State } from "../state.ts";
import { findAirports, type AirportQuery } from "./find-airports.ts";
import { writeAirportResource } from "./write-airport.ts";

/** `GET /airports/search` (avinode-api.md B1). */
export const searchAirports: Endpoint = {
  operation: "airports.search",
  method: "get",
  path: "/airports/search",
  answer: async (call: Call, state: State): Promise<Reply> => {
    const query = readQuery(call.url.searchParams);
    const failure = failureOfFilter(query.filter ?? "");
    await enactFailure(failure, state.wait);
    const found = failure === "none" ? [] : findAirports(query);
    const number = readWhole(call.url, "page[number]", 1);
    const size = readWhole(call.url, "page[size]", 30);
    const fields = readFields(call.url, "airports");
    const page = found.slice((number - 1) * size, number * size);
    return {
      data: page.map((airport) => writeAirportResource(airport, { baseUrl: state.baseUrl, fields })),
      pagination: { totalCount: found.length, batchSize: size, pageNumber: number },
      shape: failure === "truncated" ? "truncated" : undefined,
    };
  },
};

function readQuery(params: URLSearchParams): AirportQuery {
  const filter = params.get("filter")?.trim();
  const latitude = readDegrees(params, "latitude", 90);
  const longitude = readDegrees(params, "longitude", 180);
  if (filter !== undefined && (latitude ?? longitude) !== undefined) throw invalid("parameter: filter with a position");
  if (filter === undefined && (latitude === undefined || longitude === undefined)) throw missing("parameter: filter");
  if (filter !== undefined && Array.from(filter).length < 3) throw invalid("parameter: filter");
  const match = params.get("filterMatchType") ?? "contains";
  if (match !== "contains" && match !== "starts_with") throw invalid("parameter: filterMatchType");
  const maxDistanceNm = Number(params.get("maxDistance") ?? 500);
  if (!(maxDistanceNm > 0)) throw invalid("parameter: maxDistance");
  return {
    ...(filter !== undefined && { filter, startsWith: match === "starts_with" }),
    ...(latitude !== undefined && longitude !== undefined && { near: { latitude, longitude, maxDistanceNm } }),
    countries: (params.get("countries") ?? "").toUpperCase().split(",").filter(Boolean),
    heliports: params.get("heli") === "true",
    military: params.get("military") !== "false",
  };
}

function readDegrees(params: URLSearchParams, name: string, max: number): number | undefined {
  const text = params.get(name);
  if (text === null) return undefined;
  const degrees = text.trim() === "" ? Number.NaN : Number(text);
  if (!(Math.abs(degrees) <= max)) throw invalid(`parameter: ${name}`);
  return degrees;
}

function readWhole(url: URL, name: string, otherwise: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return otherwise;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw invalid(`parameter: ${name}`);
  return Number(text);
}
