import type { Airport } from "@liftline/schema";
import type { AvinodeAirport } from "@liftline/schema/avinode";
import { countryName } from "./country-name.ts";
import { titleCase } from "./title-case.ts";

/** The marketplace's airport as the end-client sees it; null where it has no code to send back. */
export function showAirport(airport: AvinodeAirport): Airport | null {
  const [icao, iata, faa] = [readCode(airport.icao), readCode(airport.iata), readCode(airport.faa)];
  const code = icao ?? iata ?? faa;
  if (code === null) return null;
  const { city, qualifier } = splitCity(readText(airport.city));
  const name = readText(airport.name);
  return {
    code,
    icao,
    iata,
    // `LONDON (LUTON)` says which of London's airports this is, even where the name does not.
    name: titleCase(qualifier && (name === "" || name === city) ? qualifier : name || city) || code,
    city: titleCase(city || name),
    country: showCountry(airport.country),
    position: showPosition(airport.position),
  };
}

/** `LONDON (LUTON)` is two things. */
function splitCity(text: string): { city: string; qualifier: string } {
  const [, city = "", qualifier = ""] = /^(.*?)\s*\((.*)\)$/.exec(text) ?? [];
  return city === "" ? { city: text, qualifier: "" } : { city, qualifier };
}

function showCountry(country: AvinodeAirport["country"]): Airport["country"] {
  const written = country?.code.toUpperCase() ?? "";
  // `UK` is reserved for, but is not, the ISO code (G23).
  const code = written === "UK" ? "GB" : /^[A-Z]{2}$/.test(written) ? written : "";
  return { code, name: countryName(code) || titleCase(readText(country?.name)).slice(0, 100) };
}

function showPosition(position: AvinodeAirport["position"]): Airport["position"] {
  if (!position || Math.abs(position.latitude) > 90 || Math.abs(position.longitude) > 180) return null;
  return { latitude: position.latitude, longitude: position.longitude };
}

function readCode(text: string | null | undefined): string | null {
  const code = text?.trim().toUpperCase() ?? "";
  return /^[A-Z0-9]{2,8}$/.test(code) ? code : null;
}

/** One line of at most what the public schema takes. */
function readText(text: string | null | undefined): string {
  return (text ?? "")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 200);
}
