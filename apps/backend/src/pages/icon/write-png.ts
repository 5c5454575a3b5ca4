import { crc32, deflateSync } from "node:zlib";
import { inkOn } from "../accent.ts";
import { iconStrokes, type IconStrokes } from "./icon-strokes.ts";
import type { IconMatter } from "./write-svg.ts";

export interface PngShape {
  /** Pixels. */
  width: number;
  height: number;
  /** Pixels of the side of the icon in its middle; more than the picture has where the icon fills it. */
  iconSide: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** From the ground to the letters: as many colours as an edge needs to look smooth. */
const shades = 33;

/** The icon as a PNG without transparency, for systems that show no SVG (seed 004: "flattened with no transparency"). */
export function writePng({ name, accent }: IconMatter, { width, height, iconSide }: PngShape): Buffer<ArrayBuffer> {
  // A row is its filter, which is none, and a shade for each pixel.
  const rows = Buffer.alloc((width + 1) * height);
  const [left, top] = [(width - iconSide) / 2, (height - iconSide) / 2];
  draw(iconStrokes(name), iconSide, (x, y, share) => {
    const at = Math.round(y + top) * (width + 1) + 1 + Math.round(x + left);
    rows[at] = Math.max(rows[at] ?? 0, Math.round(share * (shades - 1)));
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of a palette.
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.concat(
    Array.from({ length: shades }, (_, index) => blend(accent, inkOn(accent), index / (shades - 1))),
  );
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Walks along each line and says of every pixel near it how much of it is covered. */
function draw(
  { strokes, thickness }: IconStrokes,
  side: number,
  cover: (x: number, y: number, share: number) => void,
): void {
  const half = (thickness * side) / 2;
  for (const stroke of strokes) {
    stroke.slice(1).forEach(([x2, y2], index) => {
      const [x1, y1] = stroke[index] ?? [x2, y2];
      drawLine([x1 * side, y1 * side, x2 * side, y2 * side], half, cover);
    });
  }
}

function drawLine(
  [x1, y1, x2, y2]: [number, number, number, number],
  half: number,
  cover: (x: number, y: number, share: number) => void,
): void {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy || 1;
  for (let y = Math.floor(Math.min(y1, y2) - half - 1); y <= Math.max(y1, y2) + half + 1; y += 1) {
    for (let x = Math.floor(Math.min(x1, x2) - half - 1); x <= Math.max(x1, x2) + half + 1; x += 1) {
      const [px, py] = [x + 0.5 - x1, y + 0.5 - y1];
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const share = half + 0.5 - Math.hypot(px - along * dx, py - along * dy);
      if (share > 0) cover(x, y, Math.min(1, share));
    }
  }
}

function blend(one: string, other: string, share: number): Buffer {
  const [from, to] = [Buffer.from(one.slice(1), "hex"), Buffer.from(other.slice(1), "hex")];
  return Buffer.from(from.map((byte, index) => Math.round(byte + ((to[index] ?? 0) - byte) * share)));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
