import { ApiError, createClient, type Client } from "@liftline/api-client";
import type { LedgerLead } from "@liftline/sandbox";
import { Airport, LeadReceipt, SearchResponse, type LeadRequestInput, type SearchRequestInput } from "@liftline/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestApp, demoEmbedKey, demoOrigin, type TestApp } from "./harness.ts";

const oneWay: SearchRequestInput = {
  legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }],
};
const visitor = { name: 'Zoë O’Brien "Zo"', email: "zoe@visitor.example", phone: "+44 20 7946 0018" };

let backend: TestApp;
let client: Client;

beforeEach(async () => {
  backend = await createTestApp();
  backend.dependencies.deliveryWorker.start();
  client = createClient({ baseUrl: "", embedKey: demoEmbedKey, fetch: asTheBrokersPage(backend) });
});

afterEach(() => backend.dependencies.close());

describe("the journey, through the client that the widget uses", () => {
  test("R19: look up, search, choose two, request: one reference, one lead with these two in the marketplace", async () => {
    const luton = await client.findAirports({ query: "luton" });
    expect(Airport.array().parse(luton)[0]).toMatchObject({ code: "EGGW", city: "London" });

    const found = SearchResponse.parse(await client.searchOptions(oneWay));
    expect(found.options.length).toBeGreaterThan(20);
    // The marketplace does not say where the airports of a hit are; a map needs it.
    expect(found.options[0]?.legs[0]?.from).toMatchObject({
      code: "EGGW",
      position: { latitude: expect.closeTo(51.87, 1) },
    });
    const chosen = [found.options[3], found.options[7]].filter((option) => option !== undefined);

    const request = { search: found.search, options: chosen, contact: visitor, message: "I want to bring my dog." };
    const receipt = LeadReceipt.parse(await client.submitLead(request, { idempotencyKey: "key-0001" }));

    const lead = await deliveredLead();
    expect(lead?.sellerQuoteIds).toHaveLength(2);
    expect(lead?.options).toEqual(
      chosen.map(({ category, type }) => ({ aircraftCategory: category, aircraftType: type })),
    );
    expect(lead?.body).toMatchObject({
      leadContactInfo: { name: visitor.name, emailAddresses: [{ emailAddress: visitor.email }] },
      leadMessage: expect.stringContaining("I want to bring my dog."),
    });
    expect(receipt.reference).toMatch(/^LL-/);
  });

  test.each<[string, SearchRequestInput]>([
    ["a return trip", { legs: [...oneWay.legs, { from: "KTEB", to: "EGGW", date: "2026-12-17", passengers: 7 }] }],
    [
      "several legs, one of them with no time yet",
      {
        legs: [
          { from: "EGGW", to: "LSGG", date: "2026-12-13", time: "09:30", passengers: 4 },
          { from: "LSGG", to: "LFMN", date: "2026-12-14", time: null, passengers: 4 },
          { from: "LFMN", to: "EGGW", date: "2026-12-20", time: "18:00", timeMeans: "arrival", passengers: 2 },
        ],
      },
    ],
  ])("%s comes back with a flight for each leg, on the days that were asked for", async (_name, request) => {
    const found = SearchResponse.parse(await client.searchOptions(request));
    expect(found.options.length).toBeGreaterThan(0);
    for (const option of found.options) {
      expect(option.legs.map((leg) => [leg.from.code, leg.to.code])).toEqual(
        request.legs.map((leg) => [leg.from, leg.to]),
      );
      const days = option.legs.map((leg, index) =>
        (request.legs[index]?.timeMeans === "arrival" ? leg.arrivesAt : leg.departsAt).local.slice(0, 10),
      );
      expect(days).toEqual(request.legs.map((leg) => leg.date));
    }
  });

  test.each(["type", "category"] as const)(
    "R22: a chosen %s is asked for at the price that was shown",
    async (groupBy) => {
      const found = await client.searchOptions({ ...oneWay, groupBy, currency: "USD" });
      const [option] = found.options;
      if (!option?.price) throw new Error("nothing to choose");
      await client.submitLead(
        { search: found.search, options: [option], contact: visitor },
        { idempotencyKey: "key-0002" },
      );
      const lead = await deliveredLead();
      const named = groupBy === "type" ? { aircraftType: option.type } : { aircraftCategory: option.category };
      expect(lead?.inquiryLift).toEqual([{ ...named, priceExpectation: option.price.amount }]);
      expect(lead?.body.leadCurrency).toBe("USD");
    },
  );

  test("a changed price, a foreign search and a late request are refused, and nothing is stored", async () => {
    const found = await client.searchOptions(oneWay);
    const other = await client.searchOptions(oneWay);
    const [option] = found.options;
    if (!option?.price) throw new Error("nothing to choose");
    const send = (request: Partial<LeadRequestInput>) =>
      client.submitLead(
        { search: found.search, options: [option], contact: visitor, ...request },
        { idempotencyKey: `key-${Math.random()}` },
      );
    const cheaper = { ...option, price: { ...option.price, amount: 1 } };
    await expect(send({ options: [cheaper] })).rejects.toMatchObject({ code: "option.unavailable" });
    await expect(send({ search: other.search })).rejects.toMatchObject({ code: "option.unavailable" });
    backend.clock.advance(31 * 60_000);
    const late = await send({}).catch((error: unknown) => error);
    expect(late).toBeInstanceOf(ApiError);
    expect(late).toMatchObject({ code: "search.expired", requestId: expect.any(String) });
    await backend.dependencies.deliveryWorker.stop();
    expect(backend.marketplace.ledger.leads()).toEqual([]);
  });
});

/** The one lead that the marketplace has, once it has it. */
async function deliveredLead(): Promise<LedgerLead | undefined> {
  const leads = await vi.waitUntil(() => {
    const leads = backend.marketplace.ledger.leads();
    return leads.length > 0 ? leads : undefined;
  }, 10_000);
  expect(leads).toHaveLength(1);
  return leads[0];
}

/** `fetch` as the broker's page has it: the browser adds the origin. */
function asTheBrokersPage({ app }: TestApp): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("origin", demoOrigin);
    return app.request(input instanceof Request ? input : String(input), { ...init, headers });
  };
}
