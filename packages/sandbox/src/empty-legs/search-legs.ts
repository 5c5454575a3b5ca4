import { AvinodeEmptyLegSearchRequest } from "@liftline/schema/avinode";
import { enactFailure } from "../http/enact-failure.ts";
import type { Call, Endpoint, Reply } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { readFields } from "../http/read-fields.ts";
import { failureOfAirport, type Failure } from "../sentinels.ts";
import type { State } from "../state.ts";
import type { EmptyLeg } from "./empty-leg.ts";
import { legsOnMarket } from "./market.ts";
import { detourOf, matchLeg } from "./match-leg.ts";
import { readWish, type ReadWish } from "./read-wish.ts";
import { writeLeg } from "./write-leg.ts";

/** What is kept of a search for empty legs: enough for its one lead and to write it again. */
export interface StoredLegSearch {
  id: string;
  connection: string;
  createdAt: number;
  /** Best match first, as they stood then. */
  legs: EmptyLeg[];
  /** The sentinel `expired`: unknown to everything after. */
  expired: boolean;
}

const mostLegs = 300;

/** `POST /emptylegs/search` (avinode-api.md B6): fuzzy, best match first. */
export const searchLegs: Endpoint = {
  operation: "emptylegs.search",
  method: "post",
  path: "/emptylegs/search",
  answer: async (call: Call, state: State): Promise<Reply> => {
    const wish = readWish(parseBody(AvinodeEmptyLegSearchRequest, call.body), call.now);
    const failure = failureOfAirport([wish.from, wish.to].flatMap((airport) => airport?.icao ?? []));
    await enactFailure(failure, state.wait);
    const search: StoredLegSearch = {
      id: state.nextId("asearch"),
      connection: call.connection.name,
      createdAt: call.now,
      legs: findLegs(legsOnMarket(state, call.now), { wish, failure }),
      expired: failure === "expired",
    };
    state.legs.searches.set(search.id, search);
    return {
      data: writeLegSearch(search, call, state, failure === "odd"),
      shape: failure === "odd" || failure === "truncated" ? failure : undefined,
    };
  },
};

/** `data` of a search; `broken` spoils every fifth leg. */
export function writeLegSearch(search: StoredLegSearch, call: Call, state: State, broken = false): object {
  const options = { connection: call.connection, fields: readFields(call.url, "search"), state, inSearch: true };
  return {
    id: search.id,
    href: `${state.baseUrl}/searches/${search.id}`,
    type: "searches",
    results: search.legs.map((leg, index) =>
      broken && index % 5 === 4 ? { id: leg.id, lift: null } : writeLeg(leg, options),
    ),
  };
}

function findLegs(legs: EmptyLeg[], { wish, failure }: { wish: ReadWish; failure: Failure | undefined }): EmptyLeg[] {
  if (failure === "none") return [];
  // Sentinels promise a number of legs, whatever they are.
  if (failure === "many" || failure === "one") {
    const nearest = legs.toSorted((one, other) => detourOf(one, wish) - detourOf(other, wish));
    return nearest.slice(0, failure === "one" ? 1 : mostLegs);
  }
  return legs
    .flatMap((leg) => {
      const misfit = isFor(leg, wish) ? matchLeg(leg, wish) : undefined;
      return misfit === undefined ? [] : [{ leg, misfit }];
    })
    .sort((one, other) => one.misfit - other.misfit || one.leg.startsAt - other.leg.startsAt)
    .slice(0, mostLegs)
    .map(({ leg }) => leg);
}

function isFor(leg: EmptyLeg, wish: ReadWish): boolean {
  const { partnerships, passengers } = wish;
  const isPartner =
    partnerships.length === 0 || partnerships.some((name) => leg.aircraft?.partnerships.includes(name) ?? false);
  return isPartner && (leg.seats ?? passengers) >= passengers && wish.isInTime(leg);
}
