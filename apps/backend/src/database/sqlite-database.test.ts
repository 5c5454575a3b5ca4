import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "./open-database.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

test("a file in a folder that does not exist yet is made, and opens again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "liftline-"));
  folders.push(folder);
  const url = `file:${join(folder, "data", "liftline.db")}`;
  await (await openDatabase({ url })).close();
  const again = await openDatabase({ url });
  await again.ready();
  await again.close();
  expect(existsSync(join(folder, "data", "liftline.db"))).toBe(true);
});
