import type { Endpoint } from "../http/endpoint.ts";
import { readFields } from "../http/read-fields.ts";
import { notFound } from "../http/refusal.ts";
import { findAirportById } from "../world/airports.ts";
import { writeAirportResource } from "./write-airport.ts";

/** `GET /airports/{id}`: `aport-5948` or `5948` (avinode-api.md B2). */
export const readAirport: Endpoint = {
  operation: "airports.read",
  method: "get",
  path: "/airports/:id",
  answer: (call, state) => {
    const airport = findAirportById(call.params["id"] ?? "");
    if (airport === undefined) throw notFound();
    return {
      data: writeAirportResource(airport, { baseUrl: state.baseUrl, fields: readFields(call.url, "airports") }),
    };
  },
};
