import type { SandboxConnection } from "../connections.ts";
import type { Aircraft } from "./fleet.ts";
import type { Operator } from "./operators.ts";

/** The company of the world that a connection sells for; nothing where it only buys. */
export function companyOf({ fleetRank }: SandboxConnection, fleet: readonly Aircraft[]): Operator | undefined {
  if (fleetRank === undefined) return undefined;
  const sizes = new Map<Operator, number>();
  for (const { operator } of fleet) sizes.set(operator, (sizes.get(operator) ?? 0) + 1);
  return [...sizes].sort(([, one], [, other]) => other - one)[fleetRank]?.[0];
}
