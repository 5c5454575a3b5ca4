import { AvinodeSearchRequest } from "@liftline/schema/avinode";
import { enactFailure } from "../http/enact-failure.ts";
import type { Call, Endpoint, Reply } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { readFields } from "../http/read-fields.ts";
import { isTaken } from "../schedules/is-taken.ts";
import { failureOfAirport } from "../sentinels.ts";
import type { State } from "../state.ts";
import type { Aircraft } from "../world/fleet.ts";
import { findOffers, type Offer } from "./find-offers.ts";
import { readCriteria } from "./read-criteria.ts";
import { readLegs } from "./read-legs.ts";
import { writeHit } from "./write-hit.ts";

/** What is kept of a search: enough for its one lead and to write it again. */
export interface StoredSearch {
  id: string;
  connection: string;
  request: AvinodeSearchRequest;
  createdAt: number;
  /** In the order of the answer. */
  hits: { id: string; offer: Offer }[];
  /** The sentinel `expired`: unknown to everything after. */
  expired: boolean;
}

/** `POST /searches` (avinode-api.md B3). */
export const createSearch: Endpoint = {
  operation: "searches.create",
  method: "post",
  path: "/searches",
  answer: async (call: Call, state: State): Promise<Reply> => {
    const request = parseBody(AvinodeSearchRequest, call.body);
    const legs = readLegs(request, call.now);
    const criteria = readCriteria(request);
    const failure = failureOfAirport(legs.flatMap(({ from, to }) => [from.icao, to.icao]));
    await enactFailure(failure, state.wait);
    const { fleet, seed } = state;
    const includeUnavailable = request.includeUnavailable ?? false;
    const isOccupied = (aircraft: Aircraft, from: number, to: number) => isTaken(aircraft, { state, from, to });
    const query = { fleet, legs, criteria, includeUnavailable, now: call.now, seed, failure, isOccupied };
    const offers = findOffers(query);
    const search: StoredSearch = {
      id: state.nextId("asearch"),
      connection: call.connection.name,
      request,
      createdAt: call.now,
      hits: offers.map((offer) => ({ id: state.nextId("asearchhit"), offer })),
      expired: failure === "expired",
    };
    state.searches.set(search.id, search);
    return {
      data: writeSearch(search, call, state, failure === "odd"),
      shape: failure === "odd" || failure === "truncated" ? failure : undefined,
    };
  },
};

/** `data` of a search; `broken` spoils every fifth hit. */
export function writeSearch(search: StoredSearch, call: Call, state: State, broken = false): object {
  const { outputCurrencies = [], outputLiftPhotoTypes: photoTypes } = search.request;
  const fields = readFields(call.url, "searches");
  const options = { connection: call.connection, fields, outputCurrencies, photoTypes, state, now: search.createdAt };
  return {
    id: search.id,
    href: `${state.baseUrl}/searches/${search.id}`,
    type: "searches",
    results: search.hits.map(({ id, offer }, index) =>
      broken && index % 5 === 4 ? { id, quote: null } : writeHit(id, offer, options),
    ),
  };
}
