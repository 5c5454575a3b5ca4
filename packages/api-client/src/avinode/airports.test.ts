import { expect, test } from "vitest";
import { answer, createMarketplace, failureOf, luton } from "../../test/marketplace.ts";

test("airports are asked for by text, with their positions", async () => {
  const { client, seen } = createMarketplace(() => answer([luton]));
  const airports = await client.airports.search({ filter: " münchen & co ", pageSize: 20 });
  expect(airports).toEqual([{ ...luton, position: { latitude: 51.87, longitude: -0.37 } }]);
  expect([...seen[0]!.url.searchParams]).toEqual([
    ["filter", "münchen & co"],
    ["page[size]", "20"],
    ["fields[airports]", "position"],
  ]);
});

test("airports are asked for by place", async () => {
  const { client, seen } = createMarketplace(() => answer([]));
  await client.airports.search({ latitude: 51.5, longitude: -0.1 });
  await client.airports.search({ latitude: 0, longitude: 0, maxDistance: 50 });
  expect(seen[0]!.url.searchParams.toString()).toBe("latitude=51.5&longitude=-0.1&fields%5Bairports%5D=position");
  expect(seen[1]!.url.searchParams.toString()).toBe(
    "latitude=0&longitude=0&maxDistance=50&fields%5Bairports%5D=position",
  );
});

test("R16: fewer than 3 characters never leave", async () => {
  const { client, seen } = createMarketplace(() => answer([]));
  expect(await failureOf(client.airports.search({ filter: " lo " }))).toMatchObject({ reason: "invalid", sent: false });
  expect(seen).toEqual([]);
});

test("an airport that cannot be read costs itself, not the answer", async () => {
  const events: unknown[] = [];
  const note = (event: string, fields?: object) => events.push([event, fields]);
  const { client } = createMarketplace(() => answer([luton, { id: 7 }, null, "x", { ...luton, id: "aport-2" }]), {
    log: { info: note, warn: note },
  });
  const airports = await client.airports.search({ filter: "lut" });
  expect(airports.map(({ id }) => id)).toEqual(["aport-1", "aport-2"]);
  expect(events).toContainEqual(["marketplace.airports-dropped", { dropped: 3, kept: 2 }]);
});

test("a list one level deeper is read too, anything else is not", async () => {
  const replies = [{ data: [luton] }, { data: 1 }, null, "text"];
  const { client } = createMarketplace((_, index) => answer(replies[index]));
  expect(await client.airports.search({ filter: "lut" })).toHaveLength(1);
  for (const _ of replies.slice(1)) {
    expect(await failureOf(client.airports.search({ filter: "lut" }))).toMatchObject({ reason: "unreadable" });
  }
});

test("one airport is read by its id, as one thing or as a list of one", async () => {
  const { client, seen } = createMarketplace((_, index) => answer(index === 0 ? luton : [luton]));
  expect(await client.airports.read("aport-1")).toEqual(await client.airports.read("aport/1"));
  expect(seen.map(({ url }) => url.pathname)).toEqual(["/api/airports/aport-1", "/api/airports/aport%2F1"]);
});
