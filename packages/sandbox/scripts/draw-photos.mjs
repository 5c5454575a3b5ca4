/**
 * Draws the photos of every aircraft type: `node scripts/draw-photos.mjs [slug …] [--out folder] [--only exterior|interior]`.
 * The aircraft are built as solids from their measures, lit and looked at like photographs; nothing is taken from anywhere.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { aircraftTypes } from "../src/world/aircraft-types.ts";
import { buildAirframe } from "./draw-photos/airframe.mjs";
import { buildRotorcraft } from "./draw-photos/rotorcraft.mjs";
import { buildCabin } from "./draw-photos/cabin.mjs";
import { drawInterior } from "./draw-photos/interior.mjs";
import { drawExterior } from "./draw-photos/exterior.mjs";

const size = { width: 960, height: 640 };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: join(import.meta.dirname, "../photos") },
    only: { type: "string" },
    fine: { type: "string", default: "2" },
  },
});
const fine = Number(values.fine);
await mkdir(values.out, { recursive: true });

for (const type of aircraftTypes) {
  if (positionals.length && !positionals.includes(type.slug)) continue;
  if (values.only !== "interior") {
    const started = performance.now();
    const pixels = drawExterior(type.layout === "helicopter" ? buildRotorcraft(type) : buildAirframe(type), {
      slug: type.slug,
      width: size.width * fine,
      height: size.height * fine,
    });
    await save(pixels, `${type.slug}-exterior.webp`);
    process.stdout.write(`${type.slug} exterior ${Math.round(performance.now() - started)} ms\n`);
  }
  if (values.only !== "exterior") {
    const pixels = drawInterior(buildCabin(type), {
      slug: type.slug,
      width: size.width * fine,
      height: size.height * fine,
    });
    await save(pixels, `${type.slug}-interior.webp`);
  }
}

/** As good as 21 kB allow. */
async function save(pixels, name) {
  const drawn = sharp(pixels, { raw: { width: size.width * fine, height: size.height * fine, channels: 3 } }).resize(
    size.width,
    size.height,
    { kernel: "lanczos3" },
  );
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
  for (let quality = 82; ; quality -= 6) {
    const webp = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
      .webp({ quality, effort: 6, smartSubsample: true })
      .toBuffer();
    if (webp.length > 21_000 && quality > 30) continue;
    return writeFile(join(values.out, name), webp);
  }
}
