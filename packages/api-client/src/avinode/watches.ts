import { AvinodeWatch, AvinodeWatchRequest } from "@liftline/schema/avinode";
import { checkBody } from "./check-body.ts";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { readItem, readItems } from "./read-items.ts";

/**
 * Subscriptions to empty legs (seed 004, `avinode-api.md` B8). A webhook with the event `EmptyLegs` has to stand first; it is then told
 * of each leg that matches, exactly, when it appears, changes or goes, or comes within `daysOut`.
 */
export interface AvinodeWatches {
  /** Keep the id: it is needed to change the watch or to switch it off. Names are unique in the company. */
  create(body: AvinodeWatchRequest, options?: AvinodeCallOptions): Promise<AvinodeWatch>;
  /** All of the company, those of other applications too. What cannot be read is left out. */
  list(options?: AvinodeCallOptions): Promise<AvinodeWatch[]>;
  read(target: AvinodeTarget, options?: AvinodeCallOptions): Promise<AvinodeWatch>;
  /** Replaces it as a whole. There is no way to delete: `active: false` switches off. */
  update(target: AvinodeTarget, body: AvinodeWatchRequest, options?: AvinodeCallOptions): Promise<AvinodeWatch>;
  /**
   * The legs that match already. Once for each watch, at set-up, and never again (R24): whoever calls it remembers that. Older
   * descriptions answer by notifications instead of a list, so an empty one is normal (G17). Left unread: each
   * may be a whole leg or only point at one.
   */
  getAll(target: AvinodeTarget, options?: AvinodeCallOptions): Promise<unknown[]>;
}

const collection = "/emptylegs/watches";

export function createWatches({ send, baseUrl, log }: AvinodeConnection): AvinodeWatches {
  const toWatch = readItem(AvinodeWatch);
  return {
    async create(watch, { signal } = {}) {
      const operation = "watches.create";
      const body = checkBody(AvinodeWatchRequest, watch, operation);
      return (await send({ operation, method: "POST", path: collection, body, signal, read: toWatch })).value;
    },

    async list({ signal } = {}) {
      const operation = "watches.list";
      const read = readItems(AvinodeWatch, { operation, log });
      return (await send({ operation, method: "GET", path: collection, signal, read })).value;
    },

    async read(target, { signal } = {}) {
      const operation = "watches.read";
      const path = pathTo(target, { operation, baseUrl, collection });
      return (await send({ operation, method: "GET", path, signal, read: toWatch })).value;
    },

    async update(target, watch, { signal } = {}) {
      const operation = "watches.update";
      const body = checkBody(AvinodeWatchRequest, watch, operation);
      const path = pathTo(target, { operation, baseUrl, collection });
      return (await send({ operation, method: "PUT", path, body, signal, read: toWatch })).value;
    },

    async getAll(target, { signal } = {}) {
      const operation = "watches.getall";
      const path = `${pathTo(target, { operation, baseUrl, collection })}/getall`;
      return (await send({ operation, method: "GET", path, signal, read: toLegs, canBeEmpty: true })).value;
    },
  };
}

/** `data` as a list (G19); nothing at all where there is none. */
function toLegs(data: unknown): unknown[] {
  return data === undefined || data === null ? [] : [data].flat();
}
