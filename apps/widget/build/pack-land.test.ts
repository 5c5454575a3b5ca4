import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { land } from "../src/map/land.ts";
import { unpackRing } from "../src/map/unpack-land.ts";
import { packLand, type Topology } from "./pack-land.ts";

test("the land in the code is what the source gives today; `node build/write-land.ts` writes it anew", () => {
  const source = fileURLToPath(import.meta.resolve("world-atlas/land-50m.json"));
  expect(land === packLand(JSON.parse(readFileSync(source, "utf8")))).toBe(true);
});

test("an island comes out of the text where it was, over the antimeridian the short way", () => {
  const ring = unpackRing(packLand(square(175, 10)));
  const corners = ["-175 5", "-175 -5", "175 -5", "175 5"];
  const places = ring.map(({ longitude, latitude }) => `${((longitude + 540) % 360) - 180} ${latitude}`);
  expect(places.filter((place) => corners.includes(place))).toEqual(corners);
  const steps = ring.slice(1).map(({ longitude }, index) => Math.abs(longitude - (ring[index]?.longitude ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(4);
});

test("an island that would be a speck is left out", () => {
  expect(packLand(square(20, 0.2))).toBe("");
});

/** Clockwise on the equator, from its western edge, with sides of so many degrees. */
function square(west: number, side: number): Topology {
  const east = west + side > 180 ? west + side - 360 : west + side;
  const corners = [
    [west, side / 2],
    [east, side / 2],
    [east, -side / 2],
    [west, -side / 2],
    [west, side / 2],
  ].map((corner) => corner.map((value) => Math.round(value * 10)));
  const arc = corners.map((corner, index) => corner.map((value, axis) => value - (corners[index - 1]?.[axis] ?? 0)));
  const transform = { scale: [0.1, 0.1], translate: [0, 0] };
  return { transform, arcs: [arc], objects: { land: { geometries: [{ arcs: [[[0]]] }] } } };
}
