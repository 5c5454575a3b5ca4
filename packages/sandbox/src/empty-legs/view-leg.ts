import type { Endpoint } from "../http/endpoint.ts";
import { notFound } from "../http/refusal.ts";
import { findLeg } from "./market.ts";

/** Somebody has looked at a leg closely. */
export interface LegView {
  connection: string;
  emptyLegId: string;
  /** ISO 8601, UTC. */
  at: string;
}

const mostViews = 10_000;

/** Where the sandbox hears of views unless told otherwise. Nobody has recovered the marketplace's own path: it is an option on both sides. */
export const defaultViewedPath = "/emptylegs/:id/viewed";

/** "Report viewed" (seed 004, R24), at whatever path it is said to be. */
export function viewLeg(path: string): Endpoint {
  return {
    operation: "emptylegs.viewed",
    method: "post",
    path,
    answer: ({ connection, params, now }, state) => {
      const leg = findLeg(state, { id: params["id"], connection });
      if (leg === undefined) throw notFound();
      const { views } = state.legs;
      if (views.length >= mostViews) views.shift();
      views.push({ connection: connection.name, emptyLegId: leg.id, at: new Date(now).toISOString() });
      return { data: null };
    },
  };
}
