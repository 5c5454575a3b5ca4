import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestApp } from "../../test/harness.ts";
import { openWidgetFiles } from "./kept-widget-files.ts";

let root: string;
let kept: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kept-"));
  kept = join(root, "kept/widgets");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  const place = join(root, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

/** What a build makes of the widget, as far as its files name each other. */
function build(folder: string, version: string, name = folder): string {
  write(`${folder}/v1/liftline.js`, `import("../${version}/liftline-${name}.js")`);
  write(`${folder}/v1/liftline.json`, `{"pinned":"${version}/loader-${name}.js"}`);
  write(`${folder}/${version}/loader-${name}.js`, `import("./liftline-${name}.js")`);
  write(`${folder}/${version}/liftline-${name}.js`, `import("./booking-${name}.js")`);
  write(`${folder}/${version}/booking-${name}.js`, `// the form of ${name}`);
  write(`${folder}/${version}/de-same.js`, "// Deutsch");
  return join(root, folder);
}

/** A process with that build: what it answers for a path below `/widget/`. */
async function start(built: string, folder: string | null = kept) {
  const { app } = await createTestApp({ overrides: { widgetFiles: openWidgetFiles({ built, kept: folder }) } });
  return async (path: string) => {
    const response = await app.request(`/widget/${path}`);
    return { status: response.status, cache: response.headers.get("cache-control"), text: await response.text() };
  };
}

const forEver = "public, max-age=31536000, immutable";

describe("a new build of the widget", () => {
  test.each(["1.4.2", "1.5.0"])("as version %s leaves pages the files of the one before", async (version) => {
    await start(build("old", "1.4.2"));
    const ask = await start(build("new", version));
    expect(await ask("v1/liftline.js")).toEqual({
      status: 200,
      cache: "public, max-age=300",
      text: `import("../${version}/liftline-new.js")`,
    });
    // What a pinned page, a cached loader and an open form still name.
    for (const [path, text] of [
      ["1.4.2/loader-old.js", 'import("./liftline-old.js")'],
      ["1.4.2/liftline-old.js", 'import("./booking-old.js")'],
      ["1.4.2/booking-old.js", "// the form of old"],
      [`${version}/booking-new.js`, "// the form of new"],
    ] as const) {
      expect(await ask(path)).toEqual({ status: 200, cache: forEver, text });
    }
  });

  test("is asked for at the process before it as well, while both run", async () => {
    const ask = await start(build("old", "1.4.2"));
    expect((await ask("1.5.0/booking-new.js")).status).toBe(404);
    await start(build("new", "1.5.0"));
    expect(await ask("1.5.0/booking-new.js")).toMatchObject({ status: 200, text: "// the form of new" });
    expect((await ask("v1/liftline.js")).text).toContain("liftline-old.js");
  });

  test("takes the place of the other where there is no folder to keep it in", async () => {
    await start(build("old", "1.4.2"));
    const ask = await start(build("new", "1.5.0"), null);
    expect([(await ask("1.4.2/booking-old.js")).status, (await ask("1.5.0/booking-new.js")).status]).toEqual([
      404, 200,
    ]);
  });

  test("is uploaded with those before it by the lines of docs/hosts.md", async () => {
    const hosts = readFileSync(new URL("../../../../docs/hosts.md", import.meta.url), "utf8");
    const [lines = ""] = /^kept=[^`]+/m.exec(hosts) ?? [];
    const dist = join(root, "apps/widget/dist");
    for (const [name, version] of [
      ["older", "1.4.1"],
      ["old", "1.4.2"],
      ["new", "1.4.2"],
    ] as const) {
      rmSync(dist, { recursive: true, force: true });
      build("apps/widget/dist", version, name);
      execFileSync("sh", ["-ec", lines.replace("/var/lib/liftline/widgets", kept)], { cwd: root });
    }
    const ask = await start(dist, null);
    expect((await ask("v1/liftline.js")).text).toBe('import("../1.4.2/liftline-new.js")');
    for (const path of ["1.4.1/booking-older.js", "1.4.2/booking-old.js", "1.4.2/booking-new.js"])
      expect(await ask(path)).toMatchObject({ status: 200, cache: forEver });
    expect(readdirSync(kept).toSorted()).toEqual(["1.4.1", "1.4.2"]);
  });

  test("hands out its own file where another of that name was kept", async () => {
    write("kept/widgets/1.5.0/booking-new.js", "// another");
    const ask = await start(build("new", "1.5.0"));
    expect((await ask("1.5.0/booking-new.js")).text).toBe("// the form of new");
  });

  test("says by their time which files it still has, so that others can be taken away", async () => {
    const old = build("old", "1.4.2");
    await start(old);
    const longAgo = new Date("2020-01-01");
    for (const name of readdirSync(join(kept, "1.4.2"))) utimesSync(join(kept, "1.4.2", name), longAgo, longAgo);
    await start(build("new", "1.4.2"));
    const ages = readdirSync(join(kept, "1.4.2")).map((name) => [name, statSync(join(kept, "1.4.2", name)).mtime]);
    expect(ages.filter(([, at]) => at?.valueOf() === longAgo.valueOf()).map(([name]) => name)).toEqual([
      "booking-old.js",
      "liftline-old.js",
      "loader-old.js",
    ]);
    expect(readdirSync(kept)).toEqual(["1.4.2"]);
  });

  test("sends kept files small, too", async () => {
    await start(build("old", "1.4.2"));
    const files = openWidgetFiles({ built: build("new", "1.5.0"), kept });
    const file = await files.get("1.4.2/booking-old.js");
    const [smallest] = file?.smaller ?? [];
    expect(smallest?.encoding).toBe("br");
    expect(brotliDecompressSync(smallest!.body).toString()).toBe("// the form of old");
    expect(await files.get("1.4.2/booking-old.js")).toBe(file);
  });

  test.each([
    "v1/kept.js",
    "1.4.2/notes.txt",
    "1.4.2/.hidden.js",
    "1.4.2/booking-old.js.1f0c",
    "1.4.2/deep/er.js",
    "1.4.2/../../../secret.js",
    "1.4.2/..%2f..%2f..%2fsecret.js",
    "1.4.2/..\\..\\..\\secret.js",
    "%2e%2e/secret.js",
    "../secret.js",
    "/etc/passwd",
    "1.4.2/none.js",
    "1.4.2/booking-old.js\0",
    "__proto__/x.js",
  ])("does not show %j of what lies in or beside the folder", async (path) => {
    for (const canary of ["v1/kept.js", "1.4.2/notes.txt", "1.4.2/.hidden.js", "1.4.2/booking-old.js.1f0c"])
      write(`kept/widgets/${canary}`, "canary");
    write("kept/widgets/1.4.2/deep/er.js", "canary");
    write("kept/secret.js", "canary");
    write("secret.js", "canary");
    const built = build("new", "1.5.0");
    expect(await openWidgetFiles({ built, kept }).get(path)).toBeUndefined();
    const answer = await (await start(built))(path);
    expect([answer.status, answer.text.includes("canary")]).toEqual([404, false]);
  });
});
