import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { aircraftTypes } from "../src/world/aircraft-types.ts";

describe("the photos", () => {
  test.each(aircraftTypes.map(({ slug }) => slug))(
    "%s has an exterior and an interior, 960 × 640 and small",
    async (slug) => {
      for (const kind of ["exterior", "interior"]) {
        const bytes = await readFile(new URL(`${slug}-${kind}.webp`, import.meta.url));
        expect(bytes.toString("latin1", 0, 4) + bytes.toString("latin1", 8, 15)).toBe("RIFFWEBPVP8");
        // A plain lossy frame: its size stands behind ten bytes of header.
        expect([bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff]).toEqual([960, 640]);
        expect(bytes.length).toBeLessThanOrEqual(22_000);
      }
    },
  );

  test("none is left of a type that is gone", async () => {
    const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith(".webp"));
    expect(files).toHaveLength(aircraftTypes.length * 2);
  });
});
