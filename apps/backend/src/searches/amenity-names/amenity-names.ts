import type { Amenity } from "../amenities.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { zh } from "./zh.ts";

/** What one language calls everything on the list; English is the list itself. */
export type AmenityNames = Readonly<Record<Amenity, string>>;

const languages: ReadonlyMap<string, AmenityNames> = new Map(
  // What Java and old pages call Hebrew is `iw`.
  Object.entries({ ar, de, es, fr, he, iw: he, it, nl, pt, ru, zh }),
);

/** Undefined where the list's own English is what to say. */
export function amenityNames(locale: string | undefined): AmenityNames | undefined {
  return locale === undefined ? undefined : languages.get(locale.split("-", 1)[0]?.toLowerCase() ?? "");
}
