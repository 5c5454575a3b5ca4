import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * One hash for all languages instead of one each: the first file names every one of them, and letters that mean nothing
 * do not compress. Whatever changes in any of them changes it. The last step: it counts what is written.
 */
export function oneHash(isLanguage: (name: string) => boolean): Plugin {
  return {
    name: "liftline-one-hash",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const languages = chunks.filter(({ name }) => isLanguage(name));
      const all = createHash("sha256");
      for (const { code } of languages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) all.update(code);
      const hash = all.digest("base64url").slice(0, 8);
      for (const language of languages) {
        const before = baseOf(language.fileName);
        language.fileName = language.fileName.replace(before, `${language.name}-${hash}.js`);
        for (const chunk of chunks) chunk.code = chunk.code.replaceAll(before, baseOf(language.fileName));
      }
    },
  };
}

function baseOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
