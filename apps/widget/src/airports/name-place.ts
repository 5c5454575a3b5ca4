import type { Airport } from "@liftline/schema";
import type { Place } from "../searches/trip.ts";

/** An airport as the form keeps it. */
export function toPlace({ code, name, city, country }: Airport): Place {
  return { code, name, city, country: country.name };
}

/** What the field shows: city and airport, without saying a word twice; the code where there is nothing else. */
export function namePlace({ code, name, city }: Place): string {
  if (!name) return city || code;
  return !city || name.toLowerCase().includes(city.toLowerCase()) ? name : `${city} ${name}`;
}
