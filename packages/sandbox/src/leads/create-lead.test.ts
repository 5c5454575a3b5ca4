import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { AvinodeLead } from "@liftline/schema/avinode";
import { createCaller, type Caller } from "../../test/caller.ts";
import { search, type FoundSearch } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

let caller: Caller;
let found: FoundSearch;

beforeEach(async () => {
  caller = createCaller();
  found = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
});

function body(change: object = {}): object {
  return {
    searchId: found.id,
    sellerQuoteIds: found.hits.slice(0, 2).map(({ id }) => id),
    leadContactInfo: { name: "Jo Smith", emailAddresses: [{ type: "Work", emailAddress: "jo@example.com" }] },
    leadMessage: "I want to bring my dog.",
    leadCurrency: "EUR",
    clientIdentifier: "lead-1",
    ...change,
  };
}

describe("POST /leads", () => {
  test("for two aircraft stands in the ledger and names their sellers", async () => {
    const answer = await caller.post("/leads", body());
    expect(answer.status).toBe(201);
    const lead = answer.data(AvinodeLead);
    expect(lead.sellerQuotes?.map(({ id }) => id)).toEqual(found.hits.slice(0, 2).map(({ id }) => id));
    for (const { sellerCompany } of lead.sellerQuotes ?? [])
      expect(sellerCompany?.contactInfo?.emails?.[0]).toContain("@");
    expect(caller.marketplace.ledger.leads()).toMatchObject([
      {
        id: lead.id,
        connection: "Demo Charter",
        searchId: found.id,
        sellerQuoteIds: found.hits.slice(0, 2).map(({ id }) => id),
        inquiryLift: [],
        body: { clientIdentifier: "lead-1" },
        receivedAt: "2026-12-01T12:00:00.000Z",
      },
    ]);
  });

  test("for a category names no seller", async () => {
    const inquiryLift = [{ aircraftCategory: "Light jet", priceExpectation: 8450 }];
    const answer = await caller.post("/leads", body({ sellerQuoteIds: undefined, inquiryLift }));
    expect(answer.status).toBe(201);
    expect(answer.data(AvinodeLead).sellerQuotes).toBeUndefined();
    expect(caller.marketplace.ledger.leads()[0]?.inquiryLift).toEqual(inquiryLift);
  });

  test("R20: the same clientIdentifier creates nothing more and gets the first answer, whatever the body", async () => {
    const first = await caller.post("/leads", body());
    const again = await caller.post("/leads", body());
    const other = await caller.post(
      "/leads",
      body({ leadMessage: "Something else", sellerQuoteIds: ["asearchhit-1"] }),
    );
    const data = first.data(AvinodeLead);
    expect([again.status, other.status]).toEqual([201, 201]);
    expect(again.data(AvinodeLead)).toEqual(data);
    expect(other.data(AvinodeLead)).toEqual(data);
    expect(caller.marketplace.ledger.leads()).toHaveLength(1);
  });

  test("R19: a second lead for the same search is refused", async () => {
    await caller.post("/leads", body());
    const second = await caller.post("/leads", body({ clientIdentifier: "lead-2" }));
    expect(second).toMatchObject({ status: 422, errors: [{ code: "SEARCH_ALREADY_USED", path: "searchId" }] });
    expect(caller.marketplace.ledger.leads()).toHaveLength(1);
  });

  test("two connections may use the same clientIdentifier, but not each other's search", async () => {
    await caller.post("/leads", body());
    const token = sandboxConnections.second.token;
    expect((await caller.post("/leads", body(), { token })).status).toBe(404);
    const own = await search(caller, [{ from: "EGGW", to: "LFMN" }], { token });
    const sellerQuoteIds = own.hits.slice(0, 1).map(({ id }) => id);
    expect((await caller.post("/leads", body({ searchId: own.id, sellerQuoteIds }), { token })).status).toBe(201);
    expect(caller.marketplace.ledger.leads()).toHaveLength(2);
  });

  test("an interactive connection must say who acts", async () => {
    const token = sandboxConnections.interactive.token;
    found = await search(caller, [{ from: "EGGW", to: "LFMN" }], { token });
    expect((await caller.post("/leads", body(), { token })).status).toBe(403);
    expect(
      (await caller.post("/leads", body(), { token, headers: { "X-Avinode-ActAsAccount": "josmith" } })).status,
    ).toBe(201);
  });

  test("GET /leads/{id} reads it back, for its own connection", async () => {
    const { id } = (await caller.post("/leads", body())).data(AvinodeLead);
    const lead = (await caller.get(`/leads/${id}`)).data(z.looseObject({ id: z.string() }));
    expect(lead).toMatchObject({
      id,
      leadContactInfo: { name: "Jo Smith", emails: ["jo@example.com"] },
      clientIdentifier: "lead-1",
    });
    expect((await caller.get(`/leads/${id}`, { token: sandboxConnections.second.token })).status).toBe(404);
  });
});

describe("a lead that is refused", () => {
  const contact = { name: "Jo Smith" };
  const lift = [{ aircraftCategory: "Light jet" }];

  test.each([
    ["without a selection", { sellerQuoteIds: undefined }, 400, "ERR_INPUT_MISSING", "sellerQuoteIds"],
    ["with both selections", { inquiryLift: lift }, 422, "LIFT_INVALID", "inquiryLift"],
    ["with a hit of another search", { sellerQuoteIds: ["asearchhit-1"] }, 422, "QUOTE_INVALID", "sellerQuoteIds[0]"],
    ["of an unknown search", { searchId: "asearch-1" }, 404, "NOT_FOUND", undefined],
    ["without a search", { searchId: undefined }, 400, "ERR_INPUT_MISSING", "searchId"],
    ["without an identifier", { clientIdentifier: undefined }, 400, "ERR_INPUT_MISSING", "clientIdentifier"],
    ["with an empty identifier", { clientIdentifier: "" }, 400, "ERR_INPUT_MISSING", "clientIdentifier"],
    [
      "without a way to reach anybody",
      { leadContactInfo: contact },
      400,
      "ERR_INPUT_MISSING",
      "leadContactInfo.emailAddresses",
    ],
    [
      "for an unknown category",
      { sellerQuoteIds: undefined, inquiryLift: [{ aircraftCategory: "Big" }] },
      422,
      "LIFT_INVALID",
      "inquiryLift[0]",
    ],
    [
      "with a price in no currency",
      { sellerQuoteIds: undefined, inquiryLift: [{ ...lift[0], priceExpectation: 1 }], leadCurrency: undefined },
      400,
      "ERR_INPUT_MISSING",
      "leadCurrency",
    ],
    ["with an unknown currency", { leadCurrency: "XXX" }, 400, "ERR_INPUT_GENERIC_INVALID", "leadCurrency"],
  ])("%s", async (_what, change, status, code, path) => {
    const answer = await caller.post("/leads", body(change));
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.code).toBe(code);
    expect(answer.errors[0]?.path).toBe(path);
    expect(caller.marketplace.ledger.leads()).toEqual([]);
  });
});
