import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readWidgetFiles } from "./widget-files.ts";
import { createTestApp, type TestApp } from "../../test/harness.ts";

let root: string;
let backend: TestApp;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "widget-"));
  for (const path of ["v1", "1.4.2"]) mkdirSync(join(root, "files", path), { recursive: true });
  writeFileSync(join(root, "secret.js"), "canary");
  writeFileSync(join(root, "files/v1/liftline.js"), 'import "../1.4.2/widget-9f2c.js";');
  writeFileSync(join(root, "files/1.4.2/widget-9f2c.js"), "export {};");
  writeFileSync(join(root, "files/1.4.2/notes.txt"), "canary");
  backend = await createTestApp({ overrides: { widgetFiles: readWidgetFiles(join(root, "files")) } });
});

async function cacheOf(path: string): Promise<string | null> {
  return (await backend.app.request(path)).headers.get("cache-control");
}

afterAll(() => rmSync(root, { recursive: true }));

describe("the widget's files", () => {
  test("are for any page, without a key", async () => {
    const response = await backend.app.request("/widget/v1/liftline.js");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("widget-9f2c.js");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
  });

  test("are kept for ever where their version is in the path, and asked for again where it is not", async () => {
    expect(await cacheOf("/widget/v1/liftline.js")).toBe("public, max-age=300");
    expect(await cacheOf("/widget/1.4.2/widget-9f2c.js")).toBe("public, max-age=31536000, immutable");
  });

  test("are sent small to browsers that take them small, each form under a tag of its own", async () => {
    const tags = await Promise.all(
      ["br, gzip", "gzip", "br;q=0", ""].map(async (accepted) => {
        const headers = { "accept-encoding": accepted };
        const response = await backend.app.request("/widget/1.4.2/widget-9f2c.js", { headers });
        expect(response.headers.get("vary")).toContain("Accept-Encoding");
        const encoding = response.headers.get("content-encoding");
        const bytes = new Uint8Array(await response.arrayBuffer());
        const read =
          encoding === "br" ? brotliDecompressSync : encoding === "gzip" ? gunzipSync : (body: Uint8Array) => body;
        expect(new TextDecoder().decode(read(bytes))).toBe("export {};");
        const etag = response.headers.get("etag") ?? "";
        const again = await backend.app.request("/widget/1.4.2/widget-9f2c.js", {
          headers: { ...headers, "if-none-match": etag },
        });
        expect(again.status).toBe(304);
        return `${encoding} ${etag}`;
      }),
    );
    expect(tags.map((tag) => tag.split(" ")[0])).toEqual(["br", "gzip", "null", "null"]);
    expect(new Set(tags).size).toBe(3);
  });

  test("are not sent again to who has them", async () => {
    const etag = (await backend.app.request("/widget/v1/liftline.js")).headers.get("etag") ?? "";
    const response = await backend.app.request("/widget/v1/liftline.js", { headers: { "if-none-match": etag } });
    expect([response.status, await response.text()]).toEqual([304, ""]);
  });

  test.each([
    "/widget/v1/",
    "/widget/v1/none.js",
    "/widget/1.4.2/notes.txt",
    "/widget/v1/../../secret.js",
    "/widget/v1/..%2f..%2fsecret.js",
    "/widget/%2e%2e/secret.js",
    "/widget/v1/%2e%2e/%2e%2e/secret.js",
    "/widget/v1/..%5c..%5csecret.js",
    "/widget/v1/%252e%252e/secret.js",
    "/widget/v1//etc/passwd",
    "/widget/v1/liftline.js%00",
    "/widget/__proto__/x",
  ])("do not include %s", async (path) => {
    const response = await backend.app.request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("canary");
  });
});
