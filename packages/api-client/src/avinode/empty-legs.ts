import {
  AvinodeEmptyLeg,
  AvinodeEmptyLegRequest,
  AvinodeEmptyLegSearchRequest,
  AvinodeSearch,
} from "@liftline/schema/avinode";
import { checkBody } from "./check-body.ts";
import type { AvinodeConnection } from "./connection.ts";
import { AvinodeError } from "./errors.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { onlyItem } from "./read-envelope.ts";
import { readItem } from "./read-items.ts";
import type { AvinodeEmptyLegField } from "./sparse-fields.ts";

/** What an end-client may not see is better not asked for (R3). */
type EmptyLegOptions = AvinodeCallOptions & { fields?: readonly AvinodeEmptyLegField[] };

/**
 * Flights that are flown empty anyway (seed 004, `avinode-api.md` B6, B7). They are no scheduled flights: times, ways and prices are
 * to be confirmed, and shown so (R23). Collecting them by repeated calls is forbidden (R16).
 */
export interface AvinodeEmptyLegs {
  /**
   * Legs near a wished way, best match first; one airport is enough. Only after a person's act (R16). Results are left unread: parse
   * each with `AvinodeEmptyLeg`. A search takes one lead, like any other (R19), which names the leg in `inquiryLift[].emptyLegId`.
   * Without a date or any airport it fails here as `invalid` (G29).
   */
  search(body: AvinodeEmptyLegSearchRequest, options?: EmptyLegOptions): Promise<{ id: string; results: unknown[] }>;
  /** By id, or by the `href` of a notification. `not-found`: no longer published, so take it off every list (R24). */
  read(target: AvinodeTarget, options?: EmptyLegOptions): Promise<AvinodeEmptyLeg>;
  /** Publishes a leg for a seller. One try: where the outcome is `unknown`, look before publishing again. */
  create(body: AvinodeEmptyLegRequest, options?: AvinodeCallOptions): Promise<{ id: string }>;
  /** Replaces it as a whole; `published: false` takes it off the market. */
  update(target: AvinodeTarget, body: AvinodeEmptyLegRequest, options?: AvinodeCallOptions): Promise<void>;
  delete(target: AvinodeTarget, options?: AvinodeCallOptions): Promise<void>;
  /**
   * Tells the marketplace that a visitor has opened a leg's details; demanded under conditions nobody has recovered (R24). Its path
   * is not documented either: without `viewedPath` it fails here as `invalid` and nothing is sent.
   */
  reportViewed(target: AvinodeTarget, options?: AvinodeCallOptions): Promise<void>;
}

export interface EmptyLegSettings {
  /** What follows the leg's own path in a view report, such as `/viewed`; to be asked of the marketplace. */
  viewedPath?: string | undefined;
}

const collection = "/emptylegs";

export function createEmptyLegs(
  { send, baseUrl }: AvinodeConnection,
  { viewedPath }: EmptyLegSettings = {},
): AvinodeEmptyLegs {
  return {
    async search(wish, { fields = [], signal } = {}) {
      const operation = "emptylegs.search";
      const body = checkBody(AvinodeEmptyLegSearchRequest, wish, operation);
      if (!isSearchable(body)) throw new AvinodeError({ operation, reason: "invalid", sent: false });
      const { value } = await send({
        operation,
        method: "POST",
        path: `${collection}/search`,
        query: { "fields[search]": fields },
        body,
        signal,
        read: readItem(AvinodeSearch),
      });
      return { id: value.id, results: value.results ?? [] };
    },

    async read(target, { fields = [], signal } = {}) {
      const operation = "emptylegs.read";
      const path = pathTo(target, { operation, baseUrl, collection });
      const query = { "fields[emptylegs]": fields };
      return (await send({ operation, method: "GET", path, query, signal, read: readItem(AvinodeEmptyLeg) })).value;
    },

    async create(leg, { signal } = {}) {
      const operation = "emptylegs.create";
      const body = checkBody(AvinodeEmptyLegRequest, leg, operation);
      return (await send({ operation, method: "POST", path: collection, body, signal, read: toId })).value;
    },

    async update(target, leg, { signal } = {}) {
      const operation = "emptylegs.update";
      const body = checkBody(AvinodeEmptyLegRequest, leg, operation);
      const path = pathTo(target, { operation, baseUrl, collection });
      await send({ operation, method: "PUT", path, body, signal, read: () => true, canBeEmpty: true });
    },

    async delete(target, { signal } = {}) {
      const operation = "emptylegs.delete";
      const path = pathTo(target, { operation, baseUrl, collection });
      await send({ operation, method: "DELETE", path, signal, read: () => true, canBeEmpty: true });
    },

    async reportViewed(target, { signal } = {}) {
      const operation = "emptylegs.viewed";
      if (!viewedPath) throw new AvinodeError({ operation, reason: "invalid", sent: false });
      const path = pathTo(target, { operation, baseUrl, collection }) + viewedPath;
      await send({ operation, method: "POST", path, body: {}, signal, read: () => true, canBeEmpty: true });
    },
  };
}

function isSearchable({ startAirport, endAirport, date }: AvinodeEmptyLegSearchRequest): boolean {
  const codes = [startAirport, endAirport].flatMap((airport) => [airport?.icao, airport?.iata, airport?.faa]);
  return codes.some(Boolean) && /^\d{4}-\d{2}-\d{2}$/.test(date);
}

function toId(data: unknown): { id: string } | undefined {
  const item = onlyItem(data);
  const id = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
  return typeof id === "string" && id !== "" ? { id } : undefined;
}
