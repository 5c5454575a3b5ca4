import { SearchRequest } from "@liftline/schema";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { readBody } from "../http/read-body.ts";
import { compressAnswer } from "./compress-answer.ts";
import { searchOptions, type SearchDependencies } from "./search-options.ts";

export function searchesRoutes(dependencies: SearchDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/", async (context) => {
    const command = { broker: context.get("broker"), request: readBody(context, SearchRequest) };
    const answer = await searchOptions(dependencies, { ...command, signal: context.req.raw.signal });
    const { body, encoding } = compressAnswer(answer, context.req.header("accept-encoding") ?? "");
    context.header("Content-Type", "application/json; charset=utf-8");
    context.header("Cache-Control", "no-store");
    context.header("Vary", "Accept-Encoding", { append: true });
    if (encoding) context.header("Content-Encoding", encoding);
    return context.body(body);
  });
}
