import { z } from "zod";
import { describe, expect, test } from "vitest";
import { AvinodeAirport, AvinodeEnvelope } from "@liftline/schema/avinode";
import { createCaller, type Caller } from "../../test/caller.ts";

const List = z.array(AvinodeAirport);

async function codes(caller: Caller, query: string): Promise<(string | null | undefined)[]> {
  const answer = await caller.get(`/airports/search?${query}`);
  expect(answer.status).toBe(200);
  return answer.data(List).map(({ icao }) => icao);
}

describe("GET /airports/search", () => {
  const caller = createCaller();

  test.each([
    ["filter=luton", "EGGW"],
    ["filter=EGGW", "EGGW"],
    ["filter=ltn", "EGGW"],
    ["filter=london", "EGGW"],
    ["filter=teterboro", "KTEB"],
    ["filter=SDL", "KSDL"],
    [`filter=${encodeURIComponent("москва")}`, "UUWW"],
    [`filter=${encodeURIComponent("münchen")}`, "EDDM"],
    [`filter=${encodeURIComponent("東京国際空港")}`, "RJTT"],
    [`filter=${encodeURIComponent("دبي")}`, "OMDB"],
    ["filter=munchen", "EDDM"],
    ["filter=switzerland", "LSGG"],
    ["filter=lut&filterMatchType=starts_with", "EGGW"],
  ])("%s finds %s first among those named so", async (query, code) => {
    expect((await codes(caller, query))[0]).toBe(code);
  });

  test("popularity alone decides the order, as in the marketplace", async () => {
    const found = await codes(caller, "filter=london");
    expect(found.slice(0, 3)).toEqual(["EGGW", "EGLF", "EGKB"]);
  });

  test("contains finds the middle of a word, starts_with does not", async () => {
    expect(await codes(caller, "filter=uton")).toContain("EGGW");
    expect(await codes(caller, "filter=uton&filterMatchType=starts_with")).not.toContain("EGGW");
  });

  test("a position finds what lies around, within the distance", async () => {
    const near = "latitude=51.87&longitude=-0.37";
    expect(await codes(caller, `${near}&maxDistance=15`)).toContain("EGGW");
    expect(await codes(caller, `${near}&maxDistance=15`)).not.toContain("LFPB");
    expect(await codes(caller, near)).toContain("LFPB");
  });

  test("heliports come only when asked for, military fields unless refused", async () => {
    expect(await codes(caller, "filter=monaco&countries=MC")).toEqual([]);
    expect(await codes(caller, "filter=monaco&countries=MC&heli=true")).toEqual(["LNMC"]);
    expect(await codes(caller, "filter=andrews")).toContain("KADW");
    expect(await codes(caller, "filter=kadena&military=false")).toEqual([]);
  });

  test("countries narrow, pages cut, 30 on a page by default", async () => {
    expect(await codes(caller, "filter=san&countries=US,GB")).not.toContain("MROC");
    const first = await caller.get("/airports/search?filter=united");
    const { meta } = AvinodeEnvelope.parse(JSON.parse(first.text));
    expect(first.data(List)).toHaveLength(30);
    expect(meta?.pagination).toMatchObject({ batchSize: 30, pageNumber: 1 });
    const second = await codes(caller, "filter=united&page[number]=2&page[size]=10");
    expect(second).toEqual(
      first
        .data(List)
        .slice(10, 20)
        .map(({ icao }) => icao),
    );
  });

  test("position and classification come only when asked for", async () => {
    const [bare] = (await caller.get("/airports/search?filter=EGGW")).data(List);
    const [full] = (
      await caller.get("/airports/search?filter=EGGW&fields[airports]=position&fields[airports]=classification")
    ).data(List);
    expect(bare?.position).toBeUndefined();
    expect(bare?.airportType).toBeUndefined();
    expect(full?.position?.latitude).toBeCloseTo(51.87, 1);
    expect(full?.airportType?.code).toBe("CIVIL");
    expect(full?.landingFacility?.code).toBe("AIRPORT");
  });

  test.each([
    ["filter=lo", "parameter: filter"],
    ["filter=%20%20l", "parameter: filter"],
    ["", "parameter: filter"],
    ["filter=london&latitude=51&longitude=0", "position"],
    ["latitude=51", "parameter: filter"],
    ["latitude=951&longitude=0", "parameter: latitude"],
    ["filter=london&filterMatchType=fuzzy", "filterMatchType"],
    ["filter=london&page[size]=0", "page[size]"],
    ["latitude=51&longitude=0&maxDistance=-5", "maxDistance"],
  ])("%j is refused with a 400 that names %s", async (query, named) => {
    const { status, errors } = await caller.get(`/airports/search?${query}`);
    expect(status).toBe(400);
    expect(errors[0]?.title).toContain(named);
  });
});

describe("GET /airports/{id}", () => {
  const caller = createCaller();

  test("both forms of an id lead to the airport", async () => {
    const [luton] = (await caller.get("/airports/search?filter=EGGW")).data(List);
    const id = luton?.id ?? "";
    for (const form of [id, id.replace("aport-", "")]) {
      const answer = await caller.get(`/airports/${form}?fields[airports]=position`);
      expect(answer.data(AvinodeAirport)).toMatchObject({ id, icao: "EGGW", position: { longitude: -0.3683 } });
    }
  });

  test("an unknown id is 404", async () => {
    expect(await caller.get("/airports/aport-1")).toMatchObject({ status: 404, errors: [{ code: "NOT_FOUND" }] });
  });
});
