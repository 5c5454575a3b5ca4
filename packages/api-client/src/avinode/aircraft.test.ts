import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal, type Reply } from "../../test/marketplace.ts";
import { createAircraftTypes } from "./aircraft-types.ts";
import { createAircraft } from "./aircraft.ts";

const aircraft = { id: "aircraft-1", aircraftTail: "G-ABCD", aircraftType: "Citation CJ2", maxPax: "6", company: "?" };
const type = { id: "F662640A", aircraftType: "Citation CJ2", liftPerformance: { maxRangeNM: "1500" } };

function connect(reply: Reply) {
  const { connection, ...rest } = createMarketplace(reply);
  return { fleet: createAircraft(connection), types: createAircraftTypes(connection), ...rest };
}

describe("aircraft", () => {
  test("are searched by registration, each in its own parameter; the odd ones are left out", async () => {
    const { fleet, seen } = connect(() => answer([aircraft, null, { aircraftTail: "no id" }]));
    const found = await fleet.search([" G-ABCD ", "G-EFGH", ""], { fields: ["perfdetails"] });
    expect(found).toEqual([expect.objectContaining({ id: "aircraft-1", maxPax: 6, company: null })]);
    expect(decodeURIComponent(seen[0]?.url.search ?? "")).toBe("?tail=G-ABCD&tail=G-EFGH&fields[aircraft]=perfdetails");
  });

  test("are read one by one, at the marketplace only (R26)", async () => {
    const { fleet, seen } = connect(() => answer([aircraft]));
    expect(await fleet.read("https://marketplace.example/api/aircraft/aircraft-1")).toMatchObject({ id: "aircraft-1" });
    expect(await failureOf(fleet.read("https://elsewhere.example/api/aircraft/1"))).toMatchObject({ sent: false });
    expect(seen.map(({ url }) => url.pathname)).toEqual(["/api/aircraft/aircraft-1"]);
    expect(await failureOf(connect(() => answer({ aircraftTail: "G-ABCD" })).fleet.read("x-1"))).toMatchObject({
      reason: "unreadable",
    });
  });

  test("without a registration nothing leaves", async () => {
    const { fleet, seen } = connect(() => answer([]));
    expect(await failureOf(fleet.search([" "]))).toMatchObject({ reason: "invalid", sent: false });
    expect(seen).toEqual([]);
  });
});

describe("aircraft types", () => {
  test("come page by page", async () => {
    const { types, seen } = connect(() => answer([type, 7]));
    const page = await types.list({ pageNumber: 2, pageSize: 500, fields: ["perfdetails"] });
    expect(page).toEqual([
      expect.objectContaining({ aircraftType: "Citation CJ2", liftPerformance: { maxRangeNM: 1500 } }),
    ]);
    expect(seen[0]?.url.pathname).toBe("/api/aircrafttypes");
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
      "fields[aircrafttypes]": "perfdetails",
      "page[number]": "2",
      "page[size]": "500",
    });
  });

  test("are searched with the marketplace's own defaults where nothing is said", async () => {
    const { types, seen } = connect(() => answer([type]));
    await types.search({ filter: " cj2 " });
    await types.search({ filter: "cj2", helicopter: false, fuzzy: true });
    expect(seen.map(({ url }) => url.search)).toEqual(["?filter=cj2", "?filter=cj2&helicopter=false&fuzzy=true"]);
  });

  test("an empty filter does not leave, and a busy marketplace is asked again", async () => {
    const { types, seen, time } = connect((_, index) => (index === 0 ? refusal(503) : answer([type])));
    expect(await failureOf(types.search({ filter: " " }))).toMatchObject({ reason: "invalid", sent: false });
    expect(await time.run(types.search({ filter: "cj2" }))).toHaveLength(1);
    expect(seen).toHaveLength(2);
  });
});
