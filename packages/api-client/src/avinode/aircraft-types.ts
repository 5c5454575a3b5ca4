import { AvinodeAircraftType } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import { AvinodeError } from "./errors.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { readItems } from "./read-items.ts";

export interface AircraftTypePage extends AvinodeCallOptions {
  fields?: readonly ("perfdetails" | "typedetails" | "typephotos")[];
  /** From 1. */
  pageNumber?: number;
  /** At most 500. */
  pageSize?: number;
}

export interface AircraftTypeSearch extends AircraftTypePage {
  /** Part of a type's name. */
  filter: string;
  /** Whether to find aeroplanes, helicopters; default: the marketplace's own. */
  fixedWing?: boolean;
  helicopter?: boolean;
  /** Forgives slips. */
  fuzzy?: boolean;
}

/**
 * The names of types as searches and leads want them (`avinode-api.md` B14). Made for a list that is fetched now and then, not for
 * each visitor. What cannot be read is left out.
 */
export interface AvinodeAircraftTypes {
  /** One page; a short one is the last. */
  list(options?: AircraftTypePage): Promise<AvinodeAircraftType[]>;
  search(search: AircraftTypeSearch): Promise<AvinodeAircraftType[]>;
}

const collection = "/aircrafttypes";

export function createAircraftTypes({ send, log }: AvinodeConnection): AvinodeAircraftTypes {
  return {
    async list({ signal, ...page } = {}) {
      const operation = "aircrafttypes.list";
      const query = pageQuery(page);
      const read = readItems(AvinodeAircraftType, { operation, log });
      return (await send({ operation, method: "GET", path: collection, query, signal, read })).value;
    },

    async search({ filter, fixedWing, helicopter, fuzzy, signal, ...page }) {
      const operation = "aircrafttypes.search";
      const wanted = filter.trim();
      if (wanted === "") throw new AvinodeError({ operation, reason: "invalid", sent: false });
      const flags = Object.entries({ fixedWing, helicopter, fuzzy }).map(([name, flag]) => [name, flag?.toString()]);
      const query = { filter: wanted, ...Object.fromEntries(flags), ...pageQuery(page) };
      const path = `${collection}/search`;
      const read = readItems(AvinodeAircraftType, { operation, log });
      return (await send({ operation, method: "GET", path, query, signal, read })).value;
    },
  };
}

function pageQuery({ fields = [], pageNumber, pageSize }: AircraftTypePage) {
  return { "fields[aircrafttypes]": fields, "page[number]": pageNumber, "page[size]": pageSize };
}
