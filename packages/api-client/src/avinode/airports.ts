import { AvinodeAirport } from "@liftline/schema/avinode";
import { AvinodeError } from "./errors.ts";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";

/** Typed text or a place: the marketplace cannot join them (`avinode-api.md` B1). */
export type AirportSearch = AirportFilter & {
  /** Default: the marketplace's own, 30. */
  pageSize?: number;
};

type AirportFilter =
  | {
      /** At least 3 characters of a code, name, city, country or key word. */
      filter: string;
    }
  | {
      /** Decimal degrees. */
      latitude: number;
      longitude: number;
      /** Nautical miles; default: the marketplace's own, 500. */
      maxDistance?: number;
    };

export interface AvinodeAirports {
  /** Most popular first. Airports that cannot be read are left out. */
  search(search: AirportSearch & AvinodeCallOptions): Promise<AvinodeAirport[]>;
  read(id: string, options?: AvinodeCallOptions): Promise<AvinodeAirport>;
}

const shortestFilter = 3;
const fields = { "fields[airports]": ["position"] };

export function createAirports({ send, log }: AvinodeConnection): AvinodeAirports {
  return {
    async search({ signal, ...search }) {
      const operation = "airports.search";
      if ("filter" in search && search.filter.trim().length < shortestFilter) {
        throw new AvinodeError({ operation, reason: "invalid", sent: false });
      }
      const query = { ...toQuery(search), ...fields };
      const path = "/airports/search";
      const { value: items } = await send({ operation, method: "GET", path, query, signal, read: readItems });
      const airports = items.flatMap((item) => AvinodeAirport.safeParse(item).data ?? []);
      const dropped = items.length - airports.length;
      if (dropped > 0) log?.warn("marketplace.airports-dropped", { dropped, kept: airports.length });
      return airports;
    },

    async read(id, { signal } = {}) {
      const { value } = await send({
        operation: "airports.read",
        method: "GET",
        path: `/airports/${encodeURIComponent(id)}`,
        query: fields,
        signal,
        read: (data) => AvinodeAirport.safeParse(onlyItem(data)).data,
      });
      return value;
    },
  };
}

function toQuery(search: AirportSearch): Record<string, string | number | undefined> {
  const place =
    "filter" in search
      ? { filter: search.filter.trim() }
      : { latitude: search.latitude, longitude: search.longitude, maxDistance: search.maxDistance };
  return { ...place, "page[size]": search.pageSize };
}

/** Airports have been seen one level deeper than documented. */
function readItems(data: unknown): unknown[] | undefined {
  if (Array.isArray(data)) return data;
  const inner = typeof data === "object" && data !== null && "data" in data ? data.data : undefined;
  return Array.isArray(inner) ? inner : undefined;
}
