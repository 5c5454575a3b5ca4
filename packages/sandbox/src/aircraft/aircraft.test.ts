import { z } from "zod";
import { AvinodeAircraft, AvinodeAircraftType, AvinodeMeta } from "@liftline/schema/avinode";
import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { sellerToken, tailOfSeller } from "../../test/legs.ts";
import { aircraftTypes } from "../index.ts";

const caller = createCaller();

describe("aircraft", () => {
  test("are found by registration, several at once, and read by id", async () => {
    const [one, other] = [tailOfSeller(0), tailOfSeller(1)];
    const answer = await caller.get(`/aircraft/search?tail=${one}&tail=${other}&tail=G-NONE`, sellerToken);
    const found = answer.data(z.array(AvinodeAircraft));
    expect(found.map(({ aircraftTail }) => aircraftTail).sort()).toEqual([one, other].sort());
    const { id } = found[0]!;
    const read = (await caller.get(`/aircraft/${id}?fields[aircraft]=perfdetails`, sellerToken)).data(AvinodeAircraft);
    expect(read).toMatchObject({ id, company: { displayName: expect.any(String) } });
    expect(read.liftPerformance?.maxRangeNM).toBeGreaterThan(100);
    expect(found[0]?.liftPerformance).toBeUndefined();
  });

  test("R3: are not for connections that may not see operators", async () => {
    const tail = tailOfSeller();
    expect((await caller.get(`/aircraft/search?tail=${tail}`)).data(z.array(z.unknown()))).toEqual([]);
    const [own] = (await caller.get(`/aircraft/search?tail=${tail}`, sellerToken)).data(z.array(AvinodeAircraft));
    expect((await caller.get(`/aircraft/${own?.id}`)).status).toBe(404);
  });

  test("want a registration", async () => {
    expect((await caller.get("/aircraft/search", sellerToken)).status).toBe(400);
    expect((await caller.get("/aircraft/search?tail=", sellerToken)).status).toBe(400);
  });
});

describe("aircraft types", () => {
  test("are listed page by page", async () => {
    const all = (await caller.get("/aircrafttypes?page[size]=500")).data(z.array(AvinodeAircraftType));
    expect(all).toHaveLength(aircraftTypes.length);
    const second = await caller.get("/aircrafttypes?page[size]=20&page[number]=2");
    expect(second.data(z.array(AvinodeAircraftType)).map(({ id }) => id)).toEqual(
      all.slice(20, 40).map(({ id }) => id),
    );
    const { pagination } = z.object({ meta: AvinodeMeta }).parse(JSON.parse(second.text)).meta;
    expect(pagination).toMatchObject({ totalCount: aircraftTypes.length, batchSize: 20, pageNumber: 2 });
  });

  test.each([
    ["filter=citation+cj3", ["Citation CJ3"]],
    ["filter=xrs", ["Global Express"]],
    ["filter=ec135&helicopter=false", []],
    ["filter=ec135", ["EC135"]],
    ["filter=falcan+900", []],
    ["filter=falcan+900&fuzzy=true", ["Falcon 900EX"]],
  ])("are searched by %s", async (query, names) => {
    const found = (await caller.get(`/aircrafttypes/search?${query}`)).data(z.array(AvinodeAircraftType));
    expect(found.map(({ aircraftType }) => aircraftType)).toEqual(names);
  });

  test("say more where more is asked for", async () => {
    const fields =
      "fields[aircrafttypes]=perfdetails&fields[aircrafttypes]=typephotos&fields[aircrafttypes]=typedetails";
    const answer = await caller.get(`/aircrafttypes/search?filter=falcon+8x&${fields}`);
    const [type] = answer.data(z.array(AvinodeAircraftType));
    expect(type).toMatchObject({
      aircraftCategory: "Ultra long range",
      maxPax: 13,
      liftPerformance: { maxRangeNM: 6400 },
    });
    expect(type?.typePhotos).toHaveLength(2);
  });

  test.each([
    "/aircrafttypes?page[size]=501",
    "/aircrafttypes?page[number]=0",
    "/aircrafttypes/search",
    "/aircrafttypes/search?filter=x",
    "/aircrafttypes/search?filter=falcon&fuzzy=yes",
  ])("%s is refused", async (path) => {
    expect((await caller.get(path)).status).toBe(400);
  });
});
