import { stripJpeg } from "./strip-jpeg.ts";
import { stripPng } from "./strip-png.ts";
import { stripWebp } from "./strip-webp.ts";

/** A photo that holds a picture and nothing else. */
export interface StrippedPhoto {
  type: "image/jpeg" | "image/png" | "image/webp";
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What kind of picture these bytes are, by what they begin with and not by what anybody says, rewritten without what a
 * camera or an editor noted in it (EXIF, XMP, IPTC, colour profiles, comments, thumbnails, bytes after the end): a
 * registration or an owner may stand there (R3). Null for everything else, SVG included.
 */
export function stripPhoto(bytes: Uint8Array): StrippedPhoto | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const jpeg = stripJpeg(view);
  if (jpeg) return { type: "image/jpeg", bytes: joinParts(jpeg) };
  const png = stripPng(view);
  if (png) return { type: "image/png", bytes: joinParts(png) };
  const webp = stripWebp(view);
  if (webp) return { type: "image/webp", bytes: joinParts(webp) };
  return null;
}

function joinParts(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
