import { AvinodeTrip, AvinodeTripRequest } from "@liftline/schema/avinode";
import { cancelTarget, type AvinodeCancelable, type AvinodeCancellation } from "./cancel-target.ts";
import { checkBody } from "./check-body.ts";
import type { AvinodeConnection } from "./connection.ts";
import { AvinodeError } from "./errors.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { readItem, readItems } from "./read-items.ts";
import type { AvinodeTripField } from "./sparse-fields.ts";

type TripOptions = AvinodeCallOptions & { fields?: readonly AvinodeTripField[] };

/** Trips of the connection's company as a buyer (`avinode-api.md` B10, seed 004). Methods that change anything are sent once (R12). */
export interface AvinodeTrips {
  /**
   * Puts a trip into the marketplace, for a person to search and source there: open `actions.searchInAvinode`. This, and no search of
   * the API's own, is for agents' tools (B2B). `criteria` is needed even if empty, and so is `sourcing`.
   * Fails `invalid` with 422 for unknown airports, past dates and lifts with empty keys.
   */
  create(body: AvinodeTripRequest, options?: TripOptions): Promise<AvinodeTrip>;
  /** By id or address, with all its RFQs. Fails `not-found` for what is another company's. */
  read(trip: AvinodeTarget, options?: TripOptions): Promise<AvinodeTrip>;
  /** Replaces the trip as a whole. Sellers that were asked are told. Fails `invalid` once it is canceled. */
  update(trip: AvinodeTarget, body: AvinodeTripRequest, options?: TripOptions): Promise<AvinodeTrip>;
  /** Own trips with this id; the six letters and digits that people see will do. */
  search(id: string, options?: TripOptions): Promise<AvinodeTrip[]>;
  /**
   * Cancels the trip with all its RFQs. Final: every seller is told, and nothing more can be said (422, `invalid`). Give the trip as it
   * was read: its own `cancel` action is followed.
   */
  cancel(trip: AvinodeCancelable, words: AvinodeCancellation, options?: TripOptions): Promise<AvinodeTrip>;
}

const collection = "/trips";
const read = readItem(AvinodeTrip);

export function createTrips(connection: AvinodeConnection): AvinodeTrips {
  const { send, baseUrl, log } = connection;
  return {
    async create(wanted, { signal, fields } = {}) {
      const operation = "trips.create";
      const body = checkBody(AvinodeTripRequest, wanted, operation);
      const call = { operation, method: "POST", path: collection, query: toQuery(fields), body, signal, read } as const;
      return (await send(call)).value;
    },

    async read(trip, { signal, fields } = {}) {
      const operation = "trips.read";
      const path = pathTo(trip, { operation, baseUrl, collection });
      return (await send({ operation, method: "GET", path, query: toQuery(fields), signal, read })).value;
    },

    async update(trip, wanted, { signal, fields } = {}) {
      const operation = "trips.update";
      const body = checkBody(AvinodeTripRequest, wanted, operation);
      const path = pathTo(trip, { operation, baseUrl, collection });
      return (await send({ operation, method: "PUT", path, query: toQuery(fields), body, signal, read })).value;
    },

    async search(id, { signal, fields } = {}) {
      const operation = "trips.search";
      if (id.trim() === "") throw new AvinodeError({ operation, reason: "invalid", sent: false });
      const query = { id, ...toQuery(fields) };
      const list = readItems(AvinodeTrip, { operation, log });
      const path = `${collection}/searchTrips`;
      return (await send({ operation, method: "GET", path, query, signal, read: list })).value;
    },

    async cancel(trip, words, { signal, fields } = {}) {
      const operation = "trips.cancel";
      const target = cancelTarget(trip, words, { connection, operation, collection });
      return (await send({ operation, method: "PUT", ...target, query: toQuery(fields), signal, read })).value;
    },
  };
}

function toQuery(fields: readonly AvinodeTripField[] | undefined) {
  return { "fields[trips]": fields };
}
