import type { Airport } from "@liftline/schema";
import { countryName } from "./country-name.ts";
import { fold } from "./fold.ts";

/** One airport of the bundled index, ready to be compared with what was typed. */
export interface AirportRow {
  airport: Airport;
  /** 3: business aviation goes there; 2: large; 1: medium; 0: air bases and the like. */
  rank: number;
  /** Folded, as everything below. */
  codes: string[];
  city: string;
  name: string;
  /** Every word that it can be found by, a space before each. */
  text: string;
}

/** Reads a line of `airports.data.json`; its `fields` names the columns. */
export function readAirportRow(line: string): AirportRow {
  const [rank, icao, iata, other, name = "", city = "", country = "", latitude, longitude, keywords = ""] =
    line.split("|");
  const airport: Airport = {
    code: icao || iata || other || "",
    icao: icao || null,
    iata: iata || null,
    name,
    city: city || name,
    country: { code: country, name: countryName(country) },
    position: { latitude: Number(latitude), longitude: Number(longitude) },
  };
  const codes = [icao, iata, other].filter((code) => code !== undefined && code !== "").map((code) => fold(code ?? ""));
  const [foldedCity, foldedName] = [fold(city), fold(name)];
  const text = ` ${codes.join(" ")} ${foldedCity} ${foldedName} ${fold(keywords)} ${fold(airport.country.name)}`;
  return { airport, rank: Number(rank), codes, city: foldedCity, name: foldedName, text };
}
