import { AirportQuery, type AirportResponse } from "@liftline/schema";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { readInput } from "../http/read-body.ts";
import { findAirports, type AirportDependencies } from "./find-airports.ts";

export function airportsRoutes(dependencies: AirportDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (context) => {
    const query = readInput(AirportQuery, context.req.query());
    const airports = await findAirports(dependencies, { broker: context.get("broker"), query });
    return context.json({ airports } satisfies AirportResponse);
  });
}
