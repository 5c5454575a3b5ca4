import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readWidgetFile, readWidgetFiles, type WidgetFile, type WidgetFiles } from "./widget-files.ts";

/**
 * A file of a version, as builds name them. Nothing else is looked for on the disk: no `..`, no folder that begins with a dot or
 * a letter, so nothing below `v1/`, which is the newest build's alone.
 */
const versionedPath = /^\d[\w.-]*\/\w[\w.-]*\.js$/;

/**
 * The widget's files of this build and, where there is a folder to keep them in, of those before. Pages name files of older builds:
 * those that pin a version (decision 010), a cached loader, a form that has yet to load its later files.
 */
export function openWidgetFiles({ built, kept }: { built: string; kept: string | null }): WidgetFiles {
  const own = readWidgetFiles(built);
  if (kept === null) return own;
  keep(own, kept);
  const asked = new Map<string, WidgetFile>();
  return {
    get(path) {
      const known = own.get(path) ?? asked.get(path);
      if (known || !versionedPath.test(path)) return known;
      // Looked for each time: while one process follows the other, the newer one's files may be asked of the older.
      const place = join(kept, path);
      if (!existsSync(place)) return undefined;
      const file = readWidgetFile(place);
      asked.set(path, file);
      return file;
    },
  };
}

function keep(files: ReadonlyMap<string, WidgetFile>, folder: string): void {
  const now = new Date();
  for (const [path, { body }] of files) {
    if (!versionedPath.test(path)) continue;
    const place = join(folder, path);
    if (existsSync(place)) {
      // Its time says when a build with it last started: what is older may go.
      utimesSync(place, now, now);
      continue;
    }
    mkdirSync(dirname(place), { recursive: true });
    // Another process may be reading: it finds the whole file or none.
    const draft = `${place}.${randomUUID()}`;
    writeFileSync(draft, body);
    renameSync(draft, place);
  }
}
