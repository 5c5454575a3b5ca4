import { http, type HttpHandler } from "msw";
import type { AvinodeMessage, AvinodeMeta, AvinodeOperation } from "@liftline/schema/avinode";
import type { SandboxConnection } from "../connections.ts";
import { createRandom, seedFor } from "../random.ts";
import type { State } from "../state.ts";
import { addSurprises } from "./add-surprises.ts";
import { checkHeaders } from "./check-headers.ts";
import { forbidden, invalid, Refusal, unauthorized } from "./refusal.ts";
import { writeOdd } from "./write-odd.ts";

/** A call that has passed the gate. */
export interface Call {
  connection: SandboxConnection;
  url: URL;
  params: Record<string, string>;
  headers: Headers;
  /** The JSON body; undefined for GET and DELETE. */
  body: unknown;
  now: number;
}

export interface Reply {
  status?: number;
  data: unknown;
  pagination?: AvinodeMeta["pagination"];
  /** Under a 2xx: it was not done, or not all of it. */
  errors?: AvinodeMessage[];
  /** It was done, but. */
  warnings?: AvinodeMessage[];
  /** `odd` writes it in the marketplace's other habits, `truncated` stops half way. */
  shape?: "odd" | "truncated" | undefined;
}

export interface Endpoint {
  operation: AvinodeOperation;
  method: "get" | "post" | "put" | "delete";
  /** Behind the base URL's path, in MSW's pattern language. */
  path: string;
  answer(call: Call, state: State): Reply | Promise<Reply>;
}

/** An MSW handler around an endpoint: header checks, rate limit, permission, latency, then the answer in its envelope. */
export function toHandler(endpoint: Endpoint, state: State): HttpHandler {
  return http[endpoint.method](state.path(endpoint.path), async ({ request, params }) => {
    const record = state.recordCall(request);
    const response = await respond({ endpoint, state, request, params: flat(params) });
    record(response.status);
    // Of the marketplace's clock, so that a caller whose own is wrong can tell.
    if (response.type !== "error") response.headers.set("date", new Date(state.now()).toUTCString());
    return response;
  });
}

interface Incoming {
  endpoint: Endpoint;
  state: State;
  request: Request;
  params: Record<string, string>;
}

async function respond(incoming: Incoming): Promise<Response> {
  const { endpoint, state, request, params } = incoming;
  const limits = new Headers();
  const response = await answer().catch((problem: unknown) => {
    if (problem instanceof Refusal) return problem.response;
    throw problem;
  });
  // A broken connection has no headers.
  if (response.type !== "error") for (const [name, value] of limits) response.headers.set(name, value);
  return response;

  async function answer(): Promise<Response> {
    const connection = admit(incoming, limits);
    await state.wait(state.latencyMs());
    const body = endpoint.method === "post" || endpoint.method === "put" ? await readBody(request) : undefined;
    const url = new URL(request.url);
    const call = { connection, url, params, headers: request.headers, body, now: state.now() };
    return write(await endpoint.answer(call, state), state);
  }
}

/** `limits` takes the headers that belong on the answer whatever it will be. */
function admit({ endpoint, state, request }: Incoming, limits: Headers): SandboxConnection {
  const connection = checkHeaders(request, { now: state.now(), findConnection: state.findConnection });
  const told = state.rateLimit.take(`${connection.name} ${endpoint.operation}`, state.now());
  for (const [name, value] of Object.entries(told)) limits.set(name, value);
  if (connection.operations !== undefined && !connection.operations.includes(endpoint.operation)) {
    throw connection.refusal === "generic-invalid" ? unauthorized("Authorization") : forbidden();
  }
  return connection;
}

async function readBody(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw invalid("body: not JSON");
  }
}

function write(reply: Reply, state: State): Response {
  const { errors = [], warnings = [], pagination } = reply;
  const meta = { errors, warnings, infos: [], ...(pagination && { pagination }) };
  const data = reply.shape === "odd" ? writeOdd(reply.data) : reply.data;
  const random = createRandom(seedFor(state.seed, `surprises ${state.callCount()}`));
  const text = JSON.stringify(addSurprises({ meta, data }, random));
  const sent = reply.shape === "truncated" ? text.slice(0, Math.floor(text.length / 2)) : text;
  return new Response(sent, {
    status: reply.status ?? 200,
    headers: { "content-type": "application/json;charset=UTF-8" },
  });
}

function flat(params: Record<string, string | readonly string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value ?? "")]));
}
