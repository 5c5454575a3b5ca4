import type { Call } from "../http/endpoint.ts";
import { forbidden } from "../http/refusal.ts";
import { createRandom, seedFor } from "../random.ts";
import type { State } from "../state.ts";
import { companyOf } from "../world/company-of.ts";
import type { Account } from "./trip-book.ts";

/**
 * Who acts: the person that `X-Avinode-ActAsAccount` names, else, and for a name nobody has, the company (seed 002). An interactive
 * connection has to name somebody.
 */
export function accountOf({ connection, headers }: Call, { fleet }: State): Account {
  const user = headers.get("X-Avinode-ActAsAccount");
  if (connection.interactive && !user) throw forbidden();
  const company = companyOf(connection, fleet)?.displayName ?? connection.name;
  const displayName = (user && connection.people?.[user]) || company;
  const random = createRandom(seedFor(1, `account ${connection.name} ${displayName}`));
  return { id: random.guid(), accountId: random.between(100_000, 199_999), displayName };
}
