import { AvinodeRfq, AvinodeRfqRequest, AvinodeTrip } from "@liftline/schema/avinode";
import { cancelTarget, type AvinodeCancelable, type AvinodeCancellation } from "./cancel-target.ts";
import { checkBody } from "./check-body.ts";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { readItem, readItems } from "./read-items.ts";
import type { AvinodeRfqField } from "./sparse-fields.ts";

type RfqOptions = AvinodeCallOptions & { fields?: readonly AvinodeRfqField[] };

/** Where a list begins: at a moment, or behind an RFQ that was seen. */
export interface RfqPage {
  /** ISO 8601: created at this moment or later. */
  from?: string;
  /** Id of the last one seen; goes before `from`. */
  after?: string;
  size?: number;
}

/**
 * Requests for quotes: a buyer's, and those that a seller gets (`avinode-api.md` B11, seed 004). Who downloads must also respond
 * (C7). Methods that change anything are sent once (R12).
 */
export interface AvinodeRfqs {
  /**
   * Asks sellers for quotes, by hits of one search or by lifts and legs; one RFQ appears for each seller, and the trip with all of them
   * comes back. Put all chosen hits into one call, for a search takes one RFQ, and send `tripId` whenever there is one. Where the answer
   * is lost (`effect` is `unknown`) look for the trip before asking again: sellers would be asked twice.
   * Fails `invalid` with 422 for a used search, unknown hits, airports or lifts, and for messages over 4,000 characters.
   */
  create(body: AvinodeRfqRequest, options?: RfqOptions): Promise<AvinodeTrip>;
  /** Oldest first. For what was missed while nobody listened: usually a notification says what to read. No harvesting (R16). */
  list(page?: RfqPage, options?: RfqOptions): Promise<AvinodeRfq[]>;
  /**
   * By id, by the address of a notification, or by a link. Then read its `links.tripmsgs`, each lift's `links.quotes` and
   * `links.emptylegs`, in this order (C7), as `downloadRfq` does; when told again, look for new ones and for `canceled`.
   * Fails `not-found` for what is another company's.
   */
  read(rfq: AvinodeTarget, options?: RfqOptions): Promise<AvinodeRfq>;
  /** All RFQs of a trip that the company is part of, by the trip's id. */
  readOfTrip(tripId: string, options?: RfqOptions): Promise<AvinodeRfq[]>;
  /** Cancels one RFQ; the trip goes on. Final, as for trips. Give the RFQ as it was read. */
  cancel(rfq: AvinodeCancelable, words: AvinodeCancellation, options?: RfqOptions): Promise<AvinodeTrip>;
}

const collection = "/rfqs";

export function createRfqs(connection: AvinodeConnection): AvinodeRfqs {
  const { send, baseUrl, log } = connection;
  const readTrip = readItem(AvinodeTrip);
  return {
    async create(wanted, { signal, fields } = {}) {
      const operation = "rfqs.create";
      const body = checkBody(AvinodeRfqRequest, wanted, operation);
      const query = toQuery(fields);
      const call = { operation, method: "POST", path: collection, query, body, signal, read: readTrip } as const;
      return (await send(call)).value;
    },

    async list({ from, after, size } = {}, { signal, fields } = {}) {
      const operation = "rfqs.list";
      const page = { "page[firstseek]": from, "page[seek]": after, "page[size]": size };
      const query = { ...page, ...toQuery(fields) };
      const read = readItems(AvinodeRfq, { operation, log });
      return (await send({ operation, method: "GET", path: collection, query, signal, read })).value;
    },

    async read(rfq, { signal, fields } = {}) {
      const operation = "rfqs.read";
      const path = pathTo(rfq, { operation, baseUrl, collection });
      const read = readItem(AvinodeRfq);
      return (await send({ operation, method: "GET", path, query: toQuery(fields), signal, read })).value;
    },

    async readOfTrip(tripId, { signal, fields } = {}) {
      const operation = "rfqs.read";
      const path = pathTo(tripId, { operation, baseUrl, collection });
      const read = readItems(AvinodeRfq, { operation, log });
      return (await send({ operation, method: "GET", path, query: toQuery(fields), signal, read })).value;
    },

    async cancel(rfq, words, { signal, fields } = {}) {
      const operation = "rfqs.cancel";
      const target = cancelTarget(rfq, words, { connection, operation, collection });
      return (await send({ operation, method: "PUT", ...target, query: toQuery(fields), signal, read: readTrip }))
        .value;
    },
  };
}

function toQuery(fields: readonly AvinodeRfqField[] | undefined) {
  return { "fields[rfqs]": fields };
}
