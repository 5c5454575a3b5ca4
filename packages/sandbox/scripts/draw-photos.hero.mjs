/** Draws the wide pictures of the demo broker's site, by day and at dusk: `node scripts/draw-photos.hero.mjs [folder]`. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { aircraftTypes } from "../src/world/aircraft-types.ts";
import { buildAirframe } from "./draw-photos/airframe.mjs";
import { drawExterior } from "./draw-photos/exterior.mjs";

const folder = process.argv[2] ?? join(import.meta.dirname, "../../../tooling/demo/site");
const wide = {
  width: 2000,
  height: 1000,
  place: { across: 0.5, down: 0.5, middle: 0.725, wheels: 0.62, azimuth: 0.86, rise: 0.05 },
};
const tall = {
  width: 720,
  height: 1280,
  place: { across: 0.96, down: 0.5, middle: 0.5, wheels: 0.665, azimuth: 0.56, rise: 0.055 },
};
const square = {
  width: 1200,
  height: 1000,
  place: { across: 0.84, down: 0.5, middle: 0.52, wheels: 0.735, azimuth: 0.7, rise: 0.05 },
};

for (const [name, hour] of [
  ["day", 0],
  ["dusk", 2],
]) {
  await draw(`hero-${name}.webp`, { ...wide, hour, quality: 74 });
  await draw(`hero-${name}-square.webp`, { ...square, hour, quality: 74 });
  await draw(`hero-${name}-tall.webp`, { ...tall, hour, quality: 70 });
}

async function draw(file, { width, height, place, hour, quality }) {
  const craft = buildAirframe(aircraftTypes.find(({ slug }) => slug === "global-7500"));
  const fine = 1.5;
  const size = { width: width * fine, height: height * fine };
  const pixels = drawExterior(craft, { slug: "hero", ...size, hour, livery: 4, place, sideways: 1 });
  const picture = sharp(pixels, { raw: { ...size, channels: 3 } }).resize(width, height, { kernel: "lanczos3" });
  const webp = await picture.webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
  await writeFile(join(folder, file), webp);
  process.stdout.write(`${file} ${webp.length} bytes\n`);
}
