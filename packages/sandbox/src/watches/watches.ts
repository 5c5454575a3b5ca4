import { AvinodeWatchRequest } from "@liftline/schema/avinode";
import { writeLeg } from "../empty-legs/write-leg.ts";
import type { Call, Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { notFound, unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { checkWatch } from "./check-watch.ts";
import { startWatching, tellOf } from "./tell-watches.ts";
import type { StoredWatch } from "./watch.ts";

const path = "/emptylegs/watches";

/** `POST /emptylegs/watches` (avinode-api.md B8). */
export const createWatch: Endpoint = {
  operation: "watches.create",
  method: "post",
  path,
  answer: (call, state) => {
    const body = parseBody(AvinodeWatchRequest, call.body);
    checkWatch(body, { call, state, id: null });
    const watch: StoredWatch = {
      id: state.nextId("elwatch"),
      connection: call.connection.name,
      body,
      known: new Map(),
      hasGotAll: false,
    };
    startWatching(watch, state);
    state.legs.watches.set(watch.id, watch);
    return { status: 201, data: write(watch, state) };
  },
};

/** `GET /emptylegs/watches`: all of the company. */
export const listWatches: Endpoint = {
  operation: "watches.list",
  method: "get",
  path,
  answer: ({ connection }, state) => ({
    data: [...state.legs.watches.values()]
      .filter((watch) => watch.connection === connection.name)
      .map((watch) => write(watch, state)),
  }),
};

/** `GET /emptylegs/watches/{id}`. */
export const readWatch: Endpoint = {
  operation: "watches.read",
  method: "get",
  path: `${path}/:id`,
  answer: (call, state) => ({ data: write(findWatch(call, state), state) }),
};

/** `PUT /emptylegs/watches/{id}`: replaces all of it; `active: false` is the only way to end a watch. */
export const updateWatch: Endpoint = {
  operation: "watches.update",
  method: "put",
  path: `${path}/:id`,
  answer: (call, state) => {
    const watch = findWatch(call, state);
    const body = parseBody(AvinodeWatchRequest, call.body);
    checkWatch(body, { call, state, id: watch.id });
    watch.body = body;
    startWatching(watch, state);
    return { data: write(watch, state) };
  },
};

/** `GET /emptylegs/watches/{id}/getall`: once, at set-up. It answers with the legs and tells of each as well (G17). */
export const getAllLegs: Endpoint = {
  operation: "watches.getall",
  method: "get",
  path: `${path}/:id/getall`,
  answer: (call, state) => {
    const watch = findWatch(call, state);
    if (watch.hasGotAll) throw unprocessable("GETALL_ALREADY_USED", "Allowed once for each watch", "id");
    watch.hasGotAll = true;
    const legs = startWatching(watch, state);
    for (const { id } of watch.body.active ? legs : []) tellOf(id, watch, state);
    return { data: legs.map((leg) => writeLeg(leg, { connection: call.connection, fields: new Set(), state })) };
  },
};

function findWatch(call: Call, state: State): StoredWatch {
  const watch = state.legs.watches.get(call.params["id"] ?? "");
  if (watch?.connection !== call.connection.name) throw notFound();
  return watch;
}

function write({ id, body }: StoredWatch, state: State): object {
  return { id, href: `${state.baseUrl}${path}/${id}`, type: "watches", ...body };
}
