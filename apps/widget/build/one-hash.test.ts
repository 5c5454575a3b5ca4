import { posix } from "node:path";
import { build, type Plugin } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { buildWidget } from "../test/build-widget.ts";
import { hashOf, oneHash } from "./one-hash.ts";

/** As in the widget: form and booking name each other, the map is named by the booking alone, nothing by itself. */
const sources: Readonly<Record<string, string>> = {
  loader: `import("form").then((form) => form.draw())`,
  form: `export const draw = (what) => console.log("form", what); import("booking"); import("de"); import("fr")`,
  booking: `import { draw } from "form"; draw("booking"); import("map")`,
  map: `console.log("map")`,
  de: `console.log("de")`,
  fr: `console.log("fr")`,
};

test("a change in the code after minifying changes the file's name, and the name of every file that names it", async () => {
  const before = namesOf(await buildSmall());
  expect([...before.keys()].toSorted()).toEqual(["booking", "de", "form", "fr", "map", "v1/loader"]);
  const changed = async (file: string) => {
    const after = namesOf(await buildSmall({ [file]: (code) => `${code}// by another minifier\n` }));
    return [...after.keys()].filter((name) => after.get(name) !== before.get(name)).toSorted();
  };
  expect(await changed("map")).toEqual(["booking", "form", "map"]);
  expect(await changed("booking")).toEqual(["booking", "form"]);
  expect(await changed("form")).toEqual(["booking", "form"]);
  expect(await changed("de")).toEqual(["booking", "de", "form", "fr"]);
});

test("what a page asks for keeps its name, whatever changes", async () => {
  const files = await buildSmall({ loader: (code) => `${code}// by another minifier\n` });
  expect([...files.keys()]).toContain("v1/loader.js");
  expect(namesOf(files)).toEqual(namesOf(await buildSmall()));
});

test("one name never stands for two contents", async () => {
  const contents = new Map<string, Set<string>>();
  for (const file of Object.keys(sources))
    for (const change of ["", "// by another minifier\n"])
      for (const [name, code] of await buildSmall({ [file]: (before) => before + change }))
        contents.set(name, (contents.get(name) ?? new Set()).add(code));
  contents.delete("v1/loader.js");
  // Unchanged, and what a change of map, booking, form, de, fr renames.
  expect(contents.size).toBe(5 + 3 + 2 + 2 + 4 + 4);
  expect([...contents].filter(([, codes]) => codes.size > 1)).toEqual([]);
});

test("every name that stands in a file is the name of one", async () => {
  const files = await buildSmall();
  expect(namedIn(files).toSorted()).toEqual([...files.keys()].filter((name) => name !== "v1/loader.js").toSorted());
  expect([...files.values()].join("\n")).not.toMatch(/\/(form|booking|map|de|fr)\.js/);
});

describe("the widget", () => {
  let files: ReadonlyMap<string, string>;
  let versioned: string[];
  let pinned: string[];

  beforeAll(async () => {
    files = await buildWidget();
    versioned = [...files.keys()].filter((name) => !name.startsWith("v1/"));
    pinned = versioned.filter((name) => name.includes("/loader-"));
  }, 60_000);

  test("names each of a version's files by a hash, and no file that there is not", () => {
    expect(versioned.length).toBeGreaterThan(10);
    for (const name of versioned) expect(name).toMatch(/^[\d.]+\/[a-z-]+-[\w-]{6}\.js$/);
    expect([...namedIn(files), ...pinned].toSorted()).toEqual(versioned.toSorted());
  });

  test("counts what is written, when no step comes any more: the first file's hash is that of all", () => {
    const plain = (text: string) => versioned.reduce((all, name) => all.replaceAll(hashIn(name), ".js"), text);
    const written = versioned
      .filter((name) => !pinned.includes(name))
      .map((name) => [plain(name), plain(files.get(name) ?? "")] as const);
    const counted = written.toSorted(([one], [other]) => (one < other ? -1 : 1));
    const first = versioned.find((name) => name.includes("/liftline-")) ?? "";
    expect(hashIn(first)).toBe(`-${hashOf(JSON.stringify(counted))}.js`);
    expect(pinned.map(hashIn)).toEqual(pinned.map((name) => `-${hashOf(files.get(name) ?? "")}.js`));
  });

  test("has the same names and bytes when it is built again", async () => {
    expect(await buildWidget()).toEqual(files);
  }, 60_000);
});

function hashIn(name: string): string {
  return name.slice(-"-123456.js".length);
}

type Change = (code: string) => string;

/** The small program's files, some of them changed by the last step before names are given. */
async function buildSmall(changes: Readonly<Record<string, Change>> = {}): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [fromMemory(), lastStep(changes), oneHash((name) => /^(de|fr)$/.test(name))],
    build: {
      write: false,
      modulePreload: false,
      lib: { entry: { loader: "loader" }, formats: ["es"] },
      rolldownOptions: {
        preserveEntrySignatures: false,
        output: { entryFileNames: "v1/[name].js", chunkFileNames: "1.0.0/[name].js" },
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("Nothing was built.");
  return new Map(output.output.map((file) => [file.fileName, file.type === "chunk" ? file.code : ""]));
}

function fromMemory(): Plugin {
  return {
    name: "from-memory",
    enforce: "pre",
    resolveId: (id) => (posix.basename(id) in sources ? `/memory/${posix.basename(id)}` : null),
    load: (id) => sources[posix.basename(id)] ?? null,
  };
}

function lastStep(changes: Readonly<Record<string, Change>>): Plugin {
  return {
    name: "last-step",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk") file.code = changes[file.name]?.(file.code) ?? file.code;
    },
  };
}

/** Names as they are written, by what they are without hash and folder of the version. */
function namesOf(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...files.keys()].map((name) => [name.replace(/^1\.0\.0\/(\w+)-[\w-]+\.js$|\.js$/, "$1"), name]));
}

function namedIn(files: ReadonlyMap<string, string>): string[] {
  const all = [...files].flatMap(([name, code]) =>
    [...code.matchAll(/["'`](\.[\w./-]+\.js)["'`]/g)].map(([, path = ""]) => posix.join(posix.dirname(name), path)),
  );
  return [...new Set(all)];
}
