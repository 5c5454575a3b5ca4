import { AvinodeAircraft } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import { AvinodeError } from "./errors.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";
import { readItem, readItems } from "./read-items.ts";

export interface AircraftOptions extends AvinodeCallOptions {
  /** `fields[aircraft]`; its values are those of a lift as far as anybody knows (A6). */
  fields?: readonly string[];
}

/** Single aircraft, by registration (`avinode-api.md` B14). For sellers and brokers' staff: whose they are is not for end-clients (R3). */
export interface AvinodeAircraftFleet {
  /** By exact registrations, at least one. Those that are not found, or cannot be read, are missing from the answer. */
  search(tails: readonly string[], options?: AircraftOptions): Promise<AvinodeAircraft[]>;
  read(target: AvinodeTarget, options?: AircraftOptions): Promise<AvinodeAircraft>;
}

const collection = "/aircraft";

export function createAircraft({ send, baseUrl, log }: AvinodeConnection): AvinodeAircraftFleet {
  return {
    async search(tails, { fields = [], signal } = {}) {
      const operation = "aircraft.search";
      const tail = tails.map((text) => text.trim()).filter(Boolean);
      if (tail.length === 0) throw new AvinodeError({ operation, reason: "invalid", sent: false });
      const query = { tail, "fields[aircraft]": fields };
      const path = `${collection}/search`;
      const read = readItems(AvinodeAircraft, { operation, log });
      return (await send({ operation, method: "GET", path, query, signal, read })).value;
    },

    async read(target, { fields = [], signal } = {}) {
      const operation = "aircraft.read";
      const path = pathTo(target, { operation, baseUrl, collection });
      const query = { "fields[aircraft]": fields };
      return (await send({ operation, method: "GET", path, query, signal, read: readItem(AvinodeAircraft) })).value;
    },
  };
}
