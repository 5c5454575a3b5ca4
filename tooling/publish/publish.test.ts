import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, bundlePage } from "./bundle.ts";
import { installPacked, published, run, type Installed, type Published } from "./install-packed.ts";
import { readProgram } from "./read-program.ts";
import { visitPage } from "./visit-page.ts";

const patient = 120_000;
const tsc = fileURLToPath(new URL("node_modules/.bin/tsc", import.meta.url));
let installed: Installed;
beforeAll(() => {
  installed = installPacked();
}, patient);
afterAll(() => {
  if (installed) rmSync(installed.folder, { recursive: true, force: true });
});

describe.each(published)("@liftline/%s, as it is published", (name) => {
  test("has a manifest for strangers, a licence and a README, and no sources or tests", () => {
    const manifest = installed.manifestOf(name);
    expect(manifest).not.toHaveProperty("private");
    expect(manifest).toMatchObject({ type: "module", license: "MIT", sideEffects: false });
    expect(JSON.stringify(manifest["dependencies"])).not.toMatch(/workspace:|catalog:/);
    const folder = installed.folderOf(name);
    const entries: string[] = JSON.stringify(manifest["exports"]).match(/\.\/[^"]+\.(?:js|d\.ts)/g) ?? [];
    expect(entries.length).toBeGreaterThan(1);
    for (const file of ["LICENSE", "README.md", ...entries]) expect(existsSync(join(folder, file))).toBe(true);
    for (const other of ["src", "test", "tsconfig.json"]) expect(existsSync(join(folder, other))).toBe(false);
  });

  test("has nothing that publint would change", async () => {
    const { messages } = await publint({ pkgDir: installed.folderOf(name), pack: false, strict: true });
    expect(messages.filter(({ type }) => type !== "suggestion")).toEqual([]);
  });
});

describe("a program that installs them", () => {
  test(
    "passes its type check by Node's own rules, and so do those of the READMEs",
    () => {
      const files = ["consumer.ts", "widget.tsx", "site.ts", ...published.map(writeReadmeProgram)];
      const project = join(installed.folder, "tsconfig.all.json");
      writeFileSync(project, JSON.stringify({ extends: "./tsconfig.json", files }));
      run(tsc, ["-p", project], installed.folder);
    },
    patient,
  );

  test(
    "runs",
    () => {
      expect(JSON.parse(run("node", ["consumer.ts"], installed.folder))).toEqual({
        luton: "EGGW",
        hit: "number",
        drawing: true,
        failure: "invalid",
        page: 200,
        backend: "function",
        strict: false,
      });
    },
    patient,
  );

  test.each(published)(
    "and prints what it says where it is the README of %s",
    (name) => {
      const { prints } = readProgram(join(installed.folderOf(name), "README.md"));
      expect(prints.length).toBeGreaterThan(0);
      const printed = run("node", [withoutTypes(writeReadmeProgram(name))], installed.folder).trimEnd();
      expect(printed.split("\n")).toEqual(prints);
    },
    patient,
  );

  function writeReadmeProgram(name: Published): string {
    const file = `readme-${name}.${name === "widget" ? "tsx" : "ts"}`;
    writeFileSync(join(installed.folder, file), readProgram(join(installed.folderOf(name), "README.md")).program);
    return file;
  }
});

describe("a page that installs the widget", () => {
  test(
    "may import it where there is no page: nothing is defined before it is asked for, and React draws the element",
    () => {
      expect(JSON.parse(run("node", [withoutTypes("widget.tsx")], installed.folder))).toEqual({
        onImport: [],
        names: [],
        defined: ["liftline-search"],
        markup: '<liftline-search embed-key="pk_demo" passengers="7"></liftline-search>',
      });
    },
    patient,
  );

  test(
    "is told that React is not needed, and pays for nothing that it imports and does not use",
    async () => {
      expect(installed.manifestOf("widget")).toMatchObject({ peerDependenciesMeta: { react: { optional: true } } });
      const unused = 'import "@liftline/widget"; import "@liftline/widget/react"; export const all = 1;';
      expect((await bundle(installed.folder, "unused", unused)).modules).toEqual([]);
      const { modules } = await bundle(
        installed.folder,
        "wrapper",
        'export { LiftlineSearch } from "@liftline/widget/react";',
      );
      expect(modules).toContain("widget/react.js");
      expect(modules.filter((file) => /define|booking|route-map/.test(file))).toEqual([]);
    },
    patient,
  );

  test(
    "shows the search, and its later files come from where the page's own are",
    async () => {
      const files = await bundlePage(installed.folder, "site.ts");
      expect(files.size).toBeGreaterThan(12);
      expect(await visitPage(files)).toEqual([]);
    },
    patient,
  );
});

/** Node takes types away itself, but not what React's compiler writes. */
function withoutTypes(file: string): string {
  if (!file.endsWith(".tsx")) return file;
  const project = join(installed.folder, `tsconfig.${file}.json`);
  const compilerOptions = { noEmit: false, noCheck: true, rootDir: ".", outDir: "out" };
  writeFileSync(project, JSON.stringify({ extends: "./tsconfig.json", compilerOptions, files: [file] }));
  run(tsc, ["-p", project], installed.folder);
  return join("out", file.replace(/tsx$/, "js"));
}

describe("what a program carries", () => {
  const part = (names: string, from = "/avinode") => `export { ${names} } from "@liftline/api-client${from}";`;

  test(
    "airports alone bring no code of any other resource",
    async () => {
      const { gzipped, modules } = await bundle(installed.folder, "airports", part("connectAvinode, createAirports"));
      const others = modules.filter((file) =>
        /rfq|trip|quote|lead|search|schedule|watch|empty|aircraft|webhook/.test(file),
      );
      expect(others).toEqual([]);
      expect(modules).toContain("api-client/airports.js");
      const all = await bundle(installed.folder, "all", `export * from "@liftline/api-client/avinode";`);
      expect(all.modules).toEqual(
        expect.arrayContaining(["api-client/leads.js", "api-client/rfqs.js", "schema/rfq.js"]),
      );
      expect(all.gzipped).toBeGreaterThan(gzipped);
      console.log(`airports alone ${gzipped} bytes gzip, the whole marketplace client ${all.gzipped}`);
    },
    patient,
  );

  test(
    "the client of our own backend brings neither zod nor ofetch",
    async () => {
      const { gzipped, modules } = await bundle(installed.folder, "own", part("createClient, ApiError", ""));
      expect(modules).toEqual(["api-client/api-error.js", "api-client/client.js", "api-client/write-json.js"]);
      expect(gzipped).toBeLessThan(2048);
      console.log(`the client of our own backend ${gzipped} bytes gzip`);
    },
    patient,
  );

  test("tarballs are no larger than they have to be", () => {
    const kilobytes = published.map((name) => `${name} ${Math.round(installed.packed[name] / 1024)} kB`);
    console.log(`tarballs: ${kilobytes.join(", ")}`);
    expect(installed.packed.schema).toBeLessThan(64 * 1024);
    expect(installed.packed["api-client"]).toBeLessThan(96 * 1024);
    expect(installed.packed.sandbox).toBeLessThan(4 * 1024 * 1024);
    expect(installed.packed.widget).toBeLessThan(96 * 1024);
    expect(readFileSync(join(installed.folderOf("sandbox"), "package.json"), "utf8")).toContain("liftline-sandbox");
  });
});
