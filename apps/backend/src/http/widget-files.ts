import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** One built file of the widget. */
export interface WidgetFile {
  body: Uint8Array<ArrayBuffer>;
  /** Media type. */
  type: string;
  etag: string;
  /** The same made smaller, best first; none where the host's platform does that by itself. */
  smaller: readonly { encoding: "br" | "gzip"; body: Uint8Array<ArrayBuffer> }[];
}

/** The widget's files by their path below `/widget/`, such as `v1/liftline.js`. Each host keeps them in its own way. */
export interface WidgetFiles {
  get(path: string): WidgetFile | undefined | Promise<WidgetFile | undefined>;
}

/** What a widget is made of; nothing else in its directory is shown. */
const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Reads them all at the start: what is not in the map cannot be asked for, however a path is spelled. */
export function readWidgetFiles(directory: string | null): ReadonlyMap<string, WidgetFile> {
  if (directory === null || !existsSync(directory)) return new Map<string, WidgetFile>();
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => types[extname(path)]);
  return new Map(paths.map((path) => [relative(directory, path).split(sep).join("/"), readWidgetFile(path)]));
}

export function readWidgetFile(path: string): WidgetFile {
  const body = new Uint8Array(readFileSync(path));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return {
    body,
    type: types[extname(path)] ?? "application/octet-stream",
    etag,
    // Once, at the start: the dearest levels cost a tenth of a second and spare every visitor a fifth of the download.
    smaller: [
      { encoding: "br", body: brotliCompressSync(body) },
      { encoding: "gzip", body: gzipSync(body, { level: 9 }) },
    ],
  };
}
