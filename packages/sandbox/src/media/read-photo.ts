/** A constant, lest a bundler takes the folder for assets. */
const folder = "../../photos/";

/** Reads a drawing from `packages/sandbox/photos`; nothing where there is no such file or no file system. */
export async function readPhoto(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Asked for at run time, so that the handlers also bundle for a browser.
  const fs = globalThis.process?.getBuiltinModule?.("node:fs/promises");
  try {
    return fs && new Uint8Array(await fs.readFile(new URL(folder + file, import.meta.url)));
  } catch {
    return undefined;
  }
}
