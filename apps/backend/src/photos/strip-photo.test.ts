import { deflateSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stripPhoto } from "./strip-photo.ts";

const canary = "SE-CANARY owned by Operator Nine";

function segment(marker: number, body: Buffer | string): Buffer {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

const jfif = segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
const adobe = segment(0xee, "Adobe\0\0\0\0\0\0\0");
const quantisation = segment(0xdb, Buffer.alloc(65, 1));
const frame = segment(0xc2, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
const huffman = segment(0xc4, Buffer.alloc(20));
const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
const data = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56, 0xff, 0x00]);
const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);
const plainJpeg = Buffer.concat([
  start,
  jfif,
  quantisation,
  frame,
  adobe,
  huffman,
  scan,
  data,
  huffman,
  scan,
  data,
  end,
]);

function chunk(name: string, body: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + body.length);
  bytes.writeUInt32BE(body.length);
  bytes.write(name, 4, "latin1");
  body.copy(bytes, 8);
  return bytes;
}

const pngSignature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const pngHead = chunk("IHDR", Buffer.alloc(13, 1));
const pngData = chunk("IDAT", deflateSync(Buffer.alloc(4)));
const pngEnd = chunk("IEND", Buffer.alloc(0));
const plainPng = Buffer.concat([pngSignature, pngHead, pngData, pngEnd]);

function riff(...chunks: [name: string, body: Buffer][]): Buffer {
  const parts = chunks.map(([name, body]) => {
    const head = Buffer.alloc(8);
    head.write(name, "latin1");
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  });
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(4 + parts.reduce((length, part) => length + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

const noted = Buffer.from(canary);
const picture = Buffer.from([1, 2, 3]);

describe("R3: what a camera or an editor noted in a photo", () => {
  test.each([
    ["EXIF", segment(0xe1, `Exif\0\0${canary}`)],
    ["XMP", segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${canary}`)],
    ["a colour profile", segment(0xe2, `ICC_PROFILE\0${canary}`)],
    ["IPTC", segment(0xed, `Photoshop 3.0\0${canary}`)],
    ["a comment", segment(0xfe, canary)],
    ["a thumbnail", segment(0xe0, `JFXX\0\x10${canary}`)],
    ["a picture inside JFIF", segment(0xe0, `JFIF\0\x01\x01\0\0\x01\0\x01\x03\x03${canary}`)],
    ["a note of its own kind", segment(0xe7, canary)],
  ])("%s leaves a JPEG", (_, note) => {
    for (const [before, after] of [
      [2, plainJpeg.length],
      [2 + jfif.length, plainJpeg.length],
      [plainJpeg.length - 2 - data.length - scan.length, plainJpeg.length],
    ] as const) {
      const photo = Buffer.concat([plainJpeg.subarray(0, before), note, plainJpeg.subarray(before, after)]);
      expect(stripPhoto(photo)).toEqual({ type: "image/jpeg", bytes: new Uint8Array(plainJpeg) });
    }
  });

  test.each(["tEXt", "iTXt", "zTXt", "eXIf", "tIME", "iCCP", "prVt"])("%s leaves a PNG", (name) => {
    const photo = Buffer.concat([pngSignature, pngHead, chunk(name, noted), pngData, pngEnd]);
    expect(stripPhoto(photo)).toEqual({ type: "image/png", bytes: new Uint8Array(plainPng) });
  });

  test.each(["EXIF", "XMP ", "ICCP", "NOTE"])("%s leaves a WebP, and its flag with it", (name) => {
    const head = Buffer.alloc(10);
    head[0] = 0x3e;
    const photo = riff(["VP8X", head], [name, noted], ["VP8 ", picture]);
    const bare = Buffer.alloc(10);
    bare[0] = 0x10;
    expect(stripPhoto(photo)).toEqual({
      type: "image/webp",
      bytes: new Uint8Array(riff(["VP8X", bare], ["VP8 ", picture])),
    });
  });

  test("so does whatever follows the end of the picture", () => {
    for (const photo of [plainJpeg, plainPng, riff(["VP8L", picture])]) {
      const stripped = stripPhoto(Buffer.concat([photo, noted]));
      expect(stripped?.bytes).toEqual(new Uint8Array(photo));
    }
  });
});

describe("what is no photo", () => {
  test.each([
    ["nothing", ""],
    ["SVG", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"],
    ["HTML", "<!doctype html><script>1</script>"],
    ["GIF", "GIF89a\x01\0\x01\0"],
    ["a PDF", "%PDF-1.7"],
    ["half a signature", "\x89PNG"],
    ["RIFF sound", "RIFF\x04\0\0\0WAVE"],
  ])("%s is refused", (_, text) => {
    expect(stripPhoto(Buffer.from(text, "latin1"))).toBeNull();
  });

  test("a photo that was cut off is refused", () => {
    for (const photo of [plainJpeg, plainPng, riff(["VP8 ", picture])]) {
      for (let length = 0; length < photo.length; length += 1) {
        expect(stripPhoto(photo.subarray(0, length))).toBeNull();
      }
    }
  });

  test("no damage makes it fail or grow", () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(plainJpeg, plainPng, riff(["VP8 ", picture])),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 }),
      )
      .map(([photo, changes]) => {
        const copy = Buffer.from(photo);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return copy;
      });
    fc.assert(
      fc.property(damaged, (photo) => {
        expect(stripPhoto(photo)?.bytes.length ?? 0).toBeLessThanOrEqual(photo.length);
      }),
      { numRuns: 5000 },
    );
  });
});
