import type { Call, Endpoint, Reply } from "../http/endpoint.ts";
import { readFields } from "../http/read-fields.ts";
import { invalid, missing } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { aircraftTypes, type AircraftType } from "../world/aircraft-types.ts";

/** Of the reference. */
const mostPerPage = 500;
/** As for airports; not documented here. */
const usualPerPage = 30;
const shortestFilter = 2;

/** `GET /aircrafttypes` (avinode-api.md B14): page by page, in the order of their names. */
export const listAircraftTypes: Endpoint = {
  operation: "aircrafttypes.list",
  method: "get",
  path: "/aircrafttypes",
  answer: (call, state) => page(aircraftTypes, call, state),
};

/** `GET /aircrafttypes/search`: `filter` in name or group; `fuzzy` forgives one wrong letter. */
export const searchAircraftTypes: Endpoint = {
  operation: "aircrafttypes.search",
  method: "get",
  path: "/aircrafttypes/search",
  answer: (call, state) => {
    const filter = call.url.searchParams.get("filter")?.trim().toLowerCase();
    if (!filter) throw missing("parameter: filter", "filter");
    if (filter.length < shortestFilter) throw invalid("parameter: filter", "filter");
    const isWanted = (name: "fixedWing" | "helicopter") => readFlag(call.url, name, true);
    const isFuzzy = readFlag(call.url, "fuzzy", false);
    const [fixedWing, helicopter] = [isWanted("fixedWing"), isWanted("helicopter")];
    const found = aircraftTypes.filter(
      (type) => (type.layout === "helicopter" ? helicopter : fixedWing) && matches(type, filter, isFuzzy),
    );
    return page(found, call, state);
  },
};

function page(types: AircraftType[], { url }: Call, state: State): Reply {
  const batchSize = readNumber(url, "page[size]", usualPerPage, mostPerPage);
  const pageNumber = readNumber(url, "page[number]", 1, 1_000_000);
  const sorted = types.toSorted((one, other) => (one.type < other.type ? -1 : 1));
  const fields = readFields(url, "aircrafttypes");
  return {
    data: sorted.slice((pageNumber - 1) * batchSize, pageNumber * batchSize).map((type) => write(type, fields, state)),
    pagination: { totalCount: types.length, batchSize, pageNumber },
  };
}

function matches({ type, superType }: AircraftType, filter: string, isFuzzy: boolean): boolean {
  const texts = [type.toLowerCase(), superType.toLowerCase()];
  if (texts.some((text) => text.includes(filter))) return true;
  if (!isFuzzy || filter.length < 4) return false;
  const holes = Array.from(filter, (_, at) => [filter.slice(0, at), filter.slice(at + 1)] as const);
  return texts.some((text) =>
    holes.some(([before, after]) =>
      Array.from(text, (_, at) => at).some(
        (at) => text.startsWith(before, at) && text.startsWith(after, at + before.length + 1),
      ),
    ),
  );
}

function write(type: AircraftType, fields: Set<string>, { baseUrl, photos }: State): object {
  const id = photos.typeId(type.slug);
  return {
    id,
    href: `${baseUrl}/aircrafttypes/${id}`,
    type: "aircrafttypes",
    aircraftType: type.type,
    aircraftSuperType: type.superType,
    aircraftCategory: type.category,
    ...(fields.has("typedetails") && { maxPax: type.seats }),
    ...(fields.has("perfdetails") && {
      liftPerformance: { maxRangeNM: String(type.rangeNm), cruiseSpeedKnots: String(type.cruiseKt) },
    }),
    ...(fields.has("typephotos") && { typePhotos: photos.ofType(type.slug, ["EXTERIOR", "INTERIOR"]) }),
  };
}

function readFlag(url: URL, name: string, otherwise: boolean): boolean {
  const text = url.searchParams.get(name);
  if (text === null) return otherwise;
  if (text !== "true" && text !== "false") throw invalid(`parameter: ${name}`, name);
  return text === "true";
}

function readNumber(url: URL, name: string, otherwise: number, most: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return otherwise;
  const number = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw invalid(`parameter: ${name}`, name);
  return number;
}
