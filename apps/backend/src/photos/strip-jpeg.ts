const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

/** The parts of a JPEG worth keeping; null where it is none. JFIF (density) and Adobe (colour) stay, all other notes go. */
export function stripJpeg(bytes: Buffer): Buffer[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker < 0xc0 || isStandalone(marker) || end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    if (isPicture(marker, segment)) parts.push(segment);
    at = end;
    if (marker === SOS) {
      at = scanEnd(bytes, at);
      parts.push(bytes.subarray(end, at));
      if (bytes[at + 1] === EOI) return [...parts, bytes.subarray(at, at + 2)];
    }
  }
  return null;
}

function isPicture(marker: number, segment: Buffer): boolean {
  if (marker === APP0) return segment.toString("latin1", 4, 9) === "JFIF\0" && segment.length === 18;
  if (marker === APP14) return segment.toString("latin1", 4, 9) === "Adobe";
  return !(marker > APP0 && marker <= APP15) && marker !== COM;
}

/** Markers that stand alone have no place between segments: resets belong to a scan, a second start to a thumbnail. */
function isStandalone(marker: number): boolean {
  return marker >= 0xd0 && marker <= EOI;
}

/** Compressed data runs to the next marker that is neither an escaped `FF` nor a reset; a picture has no end without one. */
function scanEnd(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}
