/** Chunks that hold the picture; `EXIF`, `XMP `, `ICCP` and unknown ones are left out. */
const kept = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);

/** In `VP8X`: whether there is a colour profile, EXIF, XMP or an animation. */
const droppedFlags = 0x20 | 0x08 | 0x04 | 0x02;

/** The parts of a WebP worth keeping; null where it is none, or an animation. */
export function stripWebp(bytes: Buffer): Buffer[] | null {
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP") return null;
  const total = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  const chunks: Buffer[] = [];
  let at = 12;
  while (at + 8 <= total) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > total) return null;
    const name = bytes.toString("latin1", at, at + 4);
    if (kept.has(name)) chunks.push(name === "VP8X" ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  if (!chunks.some((chunk) => /^VP8[ L]$/.test(chunk.toString("latin1", 0, 4)))) return null;
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + chunks.reduce((length, chunk) => length + chunk.length, 0), 4);
  return [head, ...chunks];
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~droppedFlags;
  return copy;
}
