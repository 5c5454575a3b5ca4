import type { SandboxConnection } from "../connections.ts";
import type { Call } from "../http/endpoint.ts";
import { readFields } from "../http/read-fields.ts";
import { forbidden, notFound, unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { companyOf } from "../world/company-of.ts";
import type { Side, StoredLift, StoredRfq, StoredTrip } from "./trip-book.ts";

/** Who looks: each side sees an RFQ its own way. */
export interface View {
  state: State;
  connection: SandboxConnection;
  side: Side;
  /** Of the sparse fields. */
  fields: Set<string>;
}

/** The view of an RFQ; 404 for everybody else, as if it did not exist. */
export function viewRfq(rfq: StoredRfq | undefined, by: { call: Call; state: State; key: string }): View {
  const side = rfq && sideIn(rfq, by);
  if (side === undefined) throw notFound();
  return { state: by.state, connection: by.call.connection, side, fields: readFields(by.call.url, by.key) };
}

/** The view of a trip: its buyer's, or that of a seller with an RFQ in it. */
export function viewTrip(trip: StoredTrip | undefined, by: { call: Call; state: State; key: string }): View {
  const { call, state } = by;
  if (trip?.connection === call.connection.name) {
    return { state, connection: call.connection, side: "buyer", fields: readFields(call.url, by.key) };
  }
  return viewRfq(
    trip?.rfqs.find((rfq) => sideIn(rfq, by) !== undefined),
    by,
  );
}

export function sideIn(
  rfq: StoredRfq,
  { call, state }: { call: Pick<Call, "connection">; state: State },
): Side | undefined {
  if (rfq.trip.connection === call.connection.name) return "buyer";
  return companyOf(call.connection, state.fleet) === rfq.seller ? "seller" : undefined;
}

/** What `tripmsgs` calls are about: an RFQ, or one lift in it. */
export function findRequest(state: State, id: string): { rfq: StoredRfq; lift: StoredLift | undefined } {
  const lift = state.book.lifts.get(id);
  const rfq = lift?.rfq ?? state.book.rfqs.get(id);
  if (rfq === undefined) throw notFound();
  return { rfq, lift };
}

/** Cancelling is final: nothing more is said (seed 004). */
export function refuseCanceled(rfq: StoredRfq): void {
  if (rfq.canceled) throw unprocessable("RFQ_CANCELED", "The request has been canceled", "requestId");
}

export function refuseOther(side: Side, wanted: Side): void {
  if (side !== wanted) throw forbidden();
}
