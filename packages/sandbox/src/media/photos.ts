import { createRandom, seedFor } from "../random.ts";
import { aircraftTypes } from "../world/aircraft-types.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { AvinodePhoto } from "@liftline/schema/avinode";

/** Where photos are said to be, and which drawing answers there. */
export interface Photos {
  typeId(slug: string): string;
  ofType(slug: string, kinds: string[]): AvinodePhoto[];
  ofTail(aircraft: Aircraft, kinds: string[]): AvinodePhoto[];
  /** `citation-cj2-exterior.webp` for the path below `/mediafiles/store/`. */
  fileOf(path: string): string | undefined;
}

/** LARGE and MEDIUM share a picture in the example of seed 004, the smaller ones have a suffix. */
const copies = { LARGE: "", MEDIUM: "", SMALL: "_30", THUMBNAIL: "_31" };

/** Paths say nothing about type or aircraft. All photos of a type are the same drawing. */
export function createPhotos(world: { seed: number; baseUrl: string; fleet: Aircraft[] }): Photos {
  const files = new Map<string, string>();
  const types = new Map(aircraftTypes.map(({ slug }) => [slug, createRandom(seedFor(7, slug)).guid()]));
  const typePhotos = new Map<string, AvinodePhoto[]>();
  for (const { slug } of aircraftTypes) typePhotos.set(slug, register(`type ${slug}`, slug, 2));
  const tailPhotos = new Map<string, AvinodePhoto[]>();
  for (const { id, type, serial, ownPhotos } of world.fleet) {
    tailPhotos.set(id, register(`tail ${serial}`, type.slug, ownPhotos));
  }

  function register(name: string, slug: string, count: number): AvinodePhoto[] {
    return ["EXTERIOR", "INTERIOR"].slice(0, count).map((type) => {
      const path = pathOf(createRandom(seedFor(world.seed, `${name} ${type}`)));
      files.set(path, `${slug}-${type.toLowerCase()}.webp`);
      const url = (suffix: string) => `${world.baseUrl}/mediafiles/store/${path}${suffix}.webp`;
      return {
        type,
        copies: Object.entries(copies).map(([size, suffix]) => ({ size, url: url(suffix), anonymized: null })),
      };
    });
  }

  return {
    typeId: (slug) => types.get(slug) ?? "",
    ofType: (slug, kinds) => (typePhotos.get(slug) ?? []).filter(({ type }) => kinds.includes(type)),
    ofTail: ({ id }, kinds) => (tailPhotos.get(id) ?? []).filter(({ type }) => kinds.includes(type)),
    fileOf: (path) => files.get(path.replace(/(_30|_31)?\.webp$/, "")),
  };
}

/** `2582/fdrruh.zjo`, as such paths look. */
function pathOf(random: { between(low: number, high: number): number }): string {
  const letters = (count: number) => Array.from({ length: count }, () => random.between(0, 35).toString(36)).join("");
  return `${random.between(1000, 9999)}/${letters(8)}.${letters(3)}`;
}
