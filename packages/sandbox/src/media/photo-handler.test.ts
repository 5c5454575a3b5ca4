import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { search } from "../../test/trip.ts";

const webp = new Uint8Array([0x52, 0x49, 0x46, 0x46]);

async function photosOf(caller: ReturnType<typeof createCaller>) {
  const { hits } = await search(caller, [{ from: "EGGW", to: "LFMN", pax: "13" }], {
    fields: ["typephotos", "tailphotos"],
  });
  return hits.flatMap(({ quote }) => [...(quote.lift.typePhotos ?? []), ...(quote.lift.tailPhotos ?? [])]);
}

describe("GET /mediafiles/store/…", () => {
  test("serves every size of every photo of a hit, without any header", async () => {
    const asked: string[] = [];
    const caller = createCaller({ readPhoto: async (file) => (asked.push(file), webp) });
    for (const { type, copies } of (await photosOf(caller)).slice(0, 12)) {
      expect(copies.map(({ size }) => size)).toEqual(["LARGE", "MEDIUM", "SMALL", "THUMBNAIL"]);
      for (const { url } of copies) {
        const response = await caller.fetch(url);
        expect(response.status).toBe(200);
        expect(response.headers.get("content-type")).toBe("image/webp");
        expect(asked.at(-1)).toMatch(new RegExp(`^[a-z0-9-]+-${type.toLowerCase()}\\.webp$`));
      }
    }
  });

  test("a drawing that is missing is a grey pixel, an unknown path 404", async () => {
    const caller = createCaller({ readPhoto: async () => undefined });
    const failing = createCaller({ readPhoto: () => Promise.reject(new Error("no such file")) });
    const [photo] = await photosOf(caller);
    for (const { fetch } of [caller, failing]) {
      const response = await fetch(photo?.copies[0]?.url ?? "");
      expect(response.headers.get("content-type")).toBe("image/png");
    }
    expect((await caller.fetch(`${caller.marketplace.baseUrl}/mediafiles/store/1/nothing.webp`)).status).toBe(404);
  });

  test("paths do not tell the type or the aircraft", async () => {
    const caller = createCaller();
    const urls = (await photosOf(caller)).flatMap(({ copies }) => copies.map(({ url }) => url));
    for (const url of urls)
      expect(url).toMatch(/\/mediafiles\/store\/\d{4}\/[a-z0-9]{8}\.[a-z0-9]{3}(_30|_31)?\.webp$/);
  });
});
