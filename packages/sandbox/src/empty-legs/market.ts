import type { SandboxConnection } from "../connections.ts";
import type { State } from "../state.ts";
import { companyOf } from "../world/company-of.ts";
import type { EmptyLeg } from "./empty-leg.ts";

/** A leg that a connection has published, or keeps back. */
export interface OwnLeg extends EmptyLeg {
  /** The name of the seller's connection. */
  connection: string;
  published: boolean;
  /** The activity of an uploaded schedule that it comes from; such a leg lives and dies with it. */
  activity?: { tail: string; activityId: string };
}

/** Every leg that buyers can see now: the stock of the world, and what connections publish. */
export function legsOnMarket(state: State, now: number): EmptyLeg[] {
  return [
    ...state.legs.stock.at(now),
    ...[...state.legs.own.values()].filter((leg) => leg.published && leg.endsAt > now),
  ];
}

/** A leg on the market; its own company sees it without that. Anything else is gone (seed 004: 404). */
export function findLeg(
  state: State,
  { id, connection }: { id: string | undefined; connection: SandboxConnection },
): EmptyLeg | undefined {
  const own = state.legs.own.get(id ?? "");
  if (own?.connection === connection.name) return own;
  return legsOnMarket(state, state.now()).find((leg) => leg.id === id);
}

/** Whether the connection's company published it: then nothing about it is hidden. */
export function isOwnLeg(
  leg: EmptyLeg,
  { state, connection }: { state: State; connection: SandboxConnection },
): boolean {
  return "connection" in leg ? leg.connection === connection.name : leg.seller === companyOf(connection, state.fleet);
}
