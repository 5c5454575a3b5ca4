import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Plugin } from "vite";

/** What a file writes where it names another. */
const address = /(?<=["'`])\.{1,2}\/[\w./-]+\.js(?=["'`])/g;

/**
 * The hash in a file's name: it counts what is written in it and in all that it names, near or far, so that a name stands
 * for the same bytes for ever, whichever step made them. Files that name each other change together and so share one.
 * All languages share one too: the first file names every one of them, and letters that mean nothing do not compress.
 * The last step. Until here names have no hash; what a page asks for first keeps its own.
 */
export function oneHash(isLanguage: (name: string) => boolean): Plugin {
  return {
    name: "liftline-one-hash",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const codes = new Map(chunks.map(({ fileName, code }) => [fileName, code]));
      const named = new Map(chunks.map(({ fileName, code }) => [fileName, namedBy(fileName, code)]));
      const languages = chunks.filter(({ name }) => isLanguage(name)).map(({ fileName }) => fileName);
      for (const language of languages) named.set(language, [...languages, ...(named.get(language) ?? [])]);
      const names = new Map(
        chunks.map(({ fileName, isEntry }) => {
          const counted = [...reach(fileName, named)].toSorted().map((file) => [file, codes.get(file)]);
          return [fileName, isEntry ? fileName : fileName.replace(/\.js$/, `-${hashOf(JSON.stringify(counted))}.js`)];
        }),
      );
      for (const chunk of chunks) {
        const folder = posix.dirname(chunk.fileName);
        chunk.code = chunk.code.replace(address, (path) => {
          const file = posix.join(folder, path);
          return path.replace(posix.basename(file), posix.basename(names.get(file) ?? file));
        });
        chunk.fileName = names.get(chunk.fileName) ?? chunk.fileName;
      }
    },
  };
}

/** Six letters, 2³⁶ of them: two of a thousand builds that are kept side by side share one by chance in 1 of 100,000 cases. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 6);
}

function namedBy(fileName: string, code: string): string[] {
  return (code.match(address) ?? []).map((path) => posix.join(posix.dirname(fileName), path));
}

/** A file, what it names, what that names: a set goes on over what is added to it. */
function reach(fileName: string, named: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set([fileName]);
  for (const file of found) for (const next of named.get(file) ?? []) found.add(next);
  return found;
}
