import { writeAirport } from "../airports/write-airport.ts";
import type { SandboxConnection } from "../connections.ts";
import type { Endpoint } from "../http/endpoint.ts";
import { readFields } from "../http/read-fields.ts";
import { missing, notFound } from "../http/refusal.ts";
import { createRandom, seedFor } from "../random.ts";
import { writeLift } from "../searches/write-lift.ts";
import type { State } from "../state.ts";
import { companyOf } from "../world/company-of.ts";
import type { Aircraft } from "../world/fleet.ts";

/** `GET /aircraft/search?tail=` (avinode-api.md B14): by exact registration, several at once. */
export const searchAircraft: Endpoint = {
  operation: "aircraft.search",
  method: "get",
  path: "/aircraft/search",
  answer: ({ connection, url }, state) => {
    const tails = url.searchParams.getAll("tail").filter(Boolean);
    if (tails.length === 0) throw missing("parameter: tail", "tail");
    const found = state.fleet.filter(
      (aircraft) => tails.includes(aircraft.tail) && isSeen(aircraft, connection, state),
    );
    const fields = readFields(url, "aircraft");
    return { data: found.map((aircraft) => write(aircraft, { connection, fields, state })) };
  },
};

/** `GET /aircraft/{id}`. */
export const readAircraft: Endpoint = {
  operation: "aircraft.read",
  method: "get",
  path: "/aircraft/:id",
  answer: ({ connection, params, url }, state) => {
    const aircraft = state.fleet.find((known) => idOf(known, state) === params["id"] || known.id === params["id"]);
    if (aircraft === undefined || !isSeen(aircraft, connection, state)) throw notFound();
    return { data: write(aircraft, { connection, fields: readFields(url, "aircraft"), state }) };
  },
};

/** A registration tells whose it is: only its own company and approved connections get that far. */
function isSeen({ operator }: Aircraft, connection: SandboxConnection, state: State): boolean {
  return connection.identity === true || operator === companyOf(connection, state.fleet);
}

function write(
  aircraft: Aircraft,
  { connection, fields, state }: { connection: SandboxConnection; fields: Set<string>; state: State },
): object {
  const { operator, home } = aircraft;
  const lift = writeLift(aircraft, {
    connection: { ...connection, identity: true },
    fields,
    outputCurrencies: [],
    photoTypes: undefined,
    state,
    now: state.now(),
  });
  const id = idOf(aircraft, state);
  return {
    ...lift,
    id,
    href: `${state.baseUrl}/aircraft/${id}`,
    type: "aircraft",
    homebase: writeAirport(home),
    company: { id: operator.id, displayName: operator.displayName },
  };
}

/** "Prefixed id" is all that is known of it. After a reset no aircraft has the id of a former one. */
function idOf({ serial }: Aircraft, { seed }: State): string {
  const first = createRandom(seedFor(seed, "aircraft ids")).between(20, 900_000) * 1000;
  return `aircraft-${first + serial}`;
}
