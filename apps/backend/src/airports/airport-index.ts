import type { Airport, Position } from "@liftline/schema";
import data from "./airports.data.json" with { type: "json" };
import { distanceNm } from "./distance.ts";
import { fold } from "./fold.ts";
import { readAirportRow, type AirportRow } from "./airport-row.ts";

/** Airports that we know ourselves, for when the marketplace cannot or must not be asked. */
export interface AirportIndex {
  /** The airport of this ICAO, IATA or FAA code. */
  find(code: string): Airport | undefined;
  /** Best match first: exact codes, then cities and names that begin with it, busier business airports above others. */
  search(text: string, limit: number): Airport[];
  /** Near ones first, those that private jets use before nearer others. */
  nearby(position: Position, limit: number): Airport[];
}

/** Row numbers, busiest airport first, by the first letters of what is looked up. */
type Postings = Map<string, number[]>;

interface Tables {
  rows: AirportRow[];
  codes: Postings;
  cities: Postings;
  names: Postings;
  words: Postings;
  middles: Postings;
}

/** Letters that a posting list is kept for; longer texts are compared with what its list holds. */
const headLength = 3;

/** Rows come busiest first. The tables are built at the first lookup: tests and short-lived hosts often need none. */
export function createAirportIndex(lines: readonly string[] = data.airports): AirportIndex {
  let tables: Tables | undefined;
  const open = () => (tables ??= buildTables(lines.map(readAirportRow)));
  return {
    find: (code) => find(open(), fold(code)),
    search: (text, limit) => search(open(), fold(text), limit),
    nearby: (position, limit) => nearby(open().rows, position, limit),
  };
}

/** Busiest first, so that of two airports with one code the likelier is taken. */
function find({ codes, rows }: Tables, code: string): Airport | undefined {
  const [number = -1] = codes.get(code) ?? [];
  return rows[number]?.airport;
}

/** Each stage runs only while there is room left, so that a short text costs as little as a long one. */
function search(tables: Tables, text: string, limit: number): Airport[] {
  if (text === "") return [];
  const { rows } = tables;
  const found = new Set<number>();
  const head = text.slice(0, headLength);
  const take = (candidates: number[] | undefined, fits: (row: AirportRow) => boolean) => {
    for (const number of candidates ?? []) {
      if (found.size >= limit) return;
      const row = rows[number];
      if (row && fits(row)) found.add(number);
    }
  };
  const words = text.split(" ");
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best));
  const starts = words.map((word) => ` ${word}`);

  take(tables.codes.get(text), () => true);
  take(tables.cities.get(head), (row) => row.city.startsWith(text));
  take(tables.names.get(head), (row) => row.name.startsWith(text));
  take(tables.words.get(longest.slice(0, headLength)), (row) => starts.every((start) => row.text.includes(start)));
  if (text.length >= headLength) {
    take(rarest(tables.middles, longest), (row) => words.every((word) => row.text.includes(word)));
  }
  return Array.from(found, (number) => rows[number]?.airport).filter((airport) => airport !== undefined);
}

/** The shortest list that holds every row with this word in it. */
function rarest(middles: Postings, word: string): number[] | undefined {
  let best: number[] | undefined;
  for (let start = 0; start + headLength <= word.length; start += 1) {
    const list = middles.get(word.slice(start, start + headLength));
    if (!list) return undefined;
    if (!best || list.length < best.length) best = list;
  }
  return best;
}

function buildTables(rows: AirportRow[]): Tables {
  const tables: Tables = {
    rows,
    codes: new Map(),
    cities: new Map(),
    names: new Map(),
    words: new Map(),
    middles: new Map(),
  };
  rows.forEach((row, number) => {
    for (const code of row.codes) post(tables.codes, code, number);
    postHeads(tables.cities, row.city, number);
    postHeads(tables.names, row.name, number);
    for (const word of row.text.split(" ")) {
      postHeads(tables.words, word, number);
      for (let start = 0; start + headLength <= word.length; start += 1) {
        post(tables.middles, word.slice(start, start + headLength), number);
      }
    }
  });
  return tables;
}

function postHeads(postings: Postings, text: string, number: number): void {
  for (let length = 1; length <= Math.min(headLength, text.length); length += 1) {
    post(postings, text.slice(0, length), number);
  }
}

function post(postings: Postings, key: string, number: number): void {
  const list = postings.get(key);
  if (!list) postings.set(key, [number]);
  // A row is posted in one go, so only the last entry can be this one already.
  else if (list.at(-1) !== number) list.push(number);
}

/** How much further than an ordinary airport one of this rank may be: air bases, medium, large, business aviation. */
const reach = [0.3, 1, 1.2, 2];

function nearby(rows: AirportRow[], position: Position, limit: number): Airport[] {
  return rows
    .map(({ airport, rank }) => ({ airport, distance: distanceNm(position, airport.position) / (reach[rank] ?? 1) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map(({ airport }) => airport);
}
