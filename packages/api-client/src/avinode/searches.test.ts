import { expect, test } from "vitest";
import { answer, createMarketplace, failureOf, searchBody } from "../../test/marketplace.ts";

test("a search names each sparse field in its own parameter", async () => {
  const { client, seen } = createMarketplace(() => answer({ id: "asearch-1", results: [] }));
  await client.searches.create(searchBody, { fields: ["typephotos", "amenities"] });
  const { method, url, body } = seen[0]!;
  expect([method, url.pathname]).toEqual(["POST", "/api/searches"]);
  expect(decodeURIComponent(url.search)).toBe("?fields[searches]=typephotos&fields[searches]=amenities");
  expect(JSON.parse(body)).toEqual(searchBody);
});

test("a byte order mark before the answer does no harm", async () => {
  const { client } = createMarketplace(() => new Response('\uFEFF{"data":{"id":"asearch-1"}}'));
  expect((await client.searches.create(searchBody, { fields: [] })).id).toBe("asearch-1");
});

test("hits come back as they are, the broken ones too", async () => {
  const results = [{ id: "asearchhit-1", quote: { anything: [1] } }, null, 7];
  const { client } = createMarketplace(() => answer({ id: "asearch-1", results }));
  expect(await client.searches.create(searchBody, { fields: [] })).toEqual({ id: "asearch-1", results });
});

test.each([[[{ id: "asearch-1", results: null }]], [{ id: "asearch-1" }]])(
  "a search without hits is an answer, whatever it is wrapped in: %j",
  async (data) => {
    const { client } = createMarketplace(() => answer(data));
    expect(await client.searches.create(searchBody, { fields: [] })).toEqual({ id: "asearch-1", results: [] });
  },
);

test.each([{}, { id: 7 }, [], "x", { id: "asearch-1", results: {} }])(
  "an answer such as %j cannot be read",
  async (data) => {
    const { client } = createMarketplace(() => answer(data));
    const failure = await failureOf(client.searches.create(searchBody, { fields: [] }));
    expect(failure).toMatchObject({ reason: "unreadable", sent: true, effect: "none", status: 200 });
  },
);

test.each(["asearch-1", "https://marketplace.example/api/searches/asearch-1"])(
  "a prior search is read by %s",
  async (target) => {
    const { client, seen } = createMarketplace(() => answer({ id: "asearch-1", results: [{ id: "asearchhit-1" }] }));
    expect(await client.searches.read(target, { fields: ["typephotos"] })).toEqual({
      id: "asearch-1",
      results: [{ id: "asearchhit-1" }],
    });
    expect([seen[0]?.method, seen[0]?.url.pathname]).toEqual(["GET", "/api/searches/asearch-1"]);
    expect(decodeURIComponent(seen[0]?.url.search ?? "")).toBe("?fields[searches]=typephotos");
  },
);

test("R26: a search at another address is not read", async () => {
  const { client, seen } = createMarketplace(() => answer({ id: "asearch-1" }));
  const failure = await failureOf(client.searches.read("https://elsewhere.example/api/searches/asearch-1"));
  expect(failure).toMatchObject({ reason: "invalid", sent: false });
  expect(seen).toEqual([]);
});
