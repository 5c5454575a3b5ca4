import { AvinodeEmptyLegRequest } from "@liftline/schema/avinode";
import type { SandboxConnection } from "../connections.ts";
import type { Call, Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { forbidden, notFound } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { tellWatches } from "../watches/tell-watches.ts";
import { companyOf } from "../world/company-of.ts";
import type { Operator } from "../world/operators.ts";
import type { OwnLeg } from "./market.ts";
import { readPublished } from "./read-published.ts";
import { writeLeg } from "./write-leg.ts";

/** `POST /emptylegs` (reference/createemptyleg): a seller puts a leg on the market. */
export const createLeg: Endpoint = {
  operation: "emptylegs.create",
  method: "post",
  path: "/emptylegs",
  answer: (call, state) => {
    const leg = readLegOf(call, state, { id: state.nextId("el"), version: 1 });
    return { status: 201, data: publish(leg, call, state) };
  },
};

/** `PUT /emptylegs/{id}`: replaces all of it; `published: false` takes it off the market. */
export const updateLeg: Endpoint = {
  operation: "emptylegs.update",
  method: "put",
  path: "/emptylegs/:id",
  answer: (call, state) => {
    const { id, version } = findOwnLeg(call, state);
    return { data: publish(readLegOf(call, state, { id, version: version + 1 }), call, state) };
  },
};

/** `DELETE /emptylegs/{id}`. */
export const deleteLeg: Endpoint = {
  operation: "emptylegs.delete",
  method: "delete",
  path: "/emptylegs/:id",
  answer: (call, state) => {
    const { id } = findOwnLeg(call, state);
    state.legs.own.delete(id);
    tellWatches(state);
    return { data: null };
  },
};

/** The company that may do this, else 403. */
export function sellerOf(connection: SandboxConnection, state: State): Operator {
  const company = companyOf(connection, state.fleet);
  if (company === undefined) throw forbidden();
  return company;
}

function readLegOf(call: Call, state: State, to: { id: string; version: number }): OwnLeg {
  const seller = sellerOf(call.connection, state);
  const body = parseBody(AvinodeEmptyLegRequest, call.body);
  const { name: connection } = call.connection;
  return { ...to, connection, ...readPublished(body, { seller, fleet: state.fleet, now: call.now }) };
}

function publish(leg: OwnLeg, call: Call, state: State): object {
  state.legs.own.set(leg.id, leg);
  tellWatches(state);
  return writeLeg(leg, { connection: call.connection, fields: new Set(["calculatedprice"]), state });
}

/** Legs out of a schedule change with the schedule only. */
function findOwnLeg(call: Call, state: State): OwnLeg {
  sellerOf(call.connection, state);
  const leg = state.legs.own.get(call.params["id"] ?? "");
  if (leg?.connection !== call.connection.name || leg.activity !== undefined) throw notFound();
  return leg;
}
