import {
  AvinodeActivityRequest,
  AvinodeAirport,
  AvinodeCancelRequest,
  AvinodeCompany,
  AvinodeEmptyLegSearchRequest,
  AvinodeLeadRequest,
  AvinodeNotification,
  AvinodePlace,
  AvinodePrice,
  AvinodeSearchHit,
  AvinodeSearchRequest,
  AvinodeSegment,
  AvinodeWebhookSettings,
  AvinodeWebhookSettingsRequest,
} from "@liftline/schema/avinode";
import { expect, test } from "vitest";
import { createEmptyLegs, createRfqs, createWatches } from "../src/avinode/index.ts";
import { afterRefusal, sentBy } from "./contradictions.ts";
import { connect, findHits } from "./connect.ts";
import { answer, createMarketplace, failureOf, leadBody, luton, refusal, searchBody } from "./marketplace.ts";
import { createWorld } from "./world.ts";

/** A point on which the marketplace's own sources differ (`avinode-api.md` §G). */
interface Contradiction {
  point: string;
  /** Both spellings. */
  says: readonly [string, string];
  /** What we make of it. */
  we: string;
  proof(): unknown;
}

const webhook = {
  targetURI: "https://hooks.example/avinode",
  displayName: "Desk - Notifications",
  active: true,
  clientAuthenticationType: "BASIC",
};

const contradictions: Record<number, Contradiction> = {
  1: {
    point: "status of a limit",
    says: ["403", "429"],
    we: "wait for both; a 403 without limit headers is a missing permission",
    proof: async () => {
      const spent = { "X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": "8" };
      expect(await afterRefusal(403, spent)).toEqual({ reason: "limited", retryAfterMs: 8000 });
      expect(await afterRefusal(429, spent)).toEqual({ reason: "limited", retryAfterMs: 8000 });
      expect(await afterRefusal(403, {})).toMatchObject({ reason: "permission" });
    },
  },
  2: {
    point: "window of a limit",
    says: ["an hour", "seconds"],
    we: "assume neither: obey the reset, and let a burst and one a second go",
    proof: async () => {
      for (const seconds of [2, 3600]) {
        const reset = { "X-Rate-Limit-Reset": String(seconds) };
        expect((await afterRefusal(429, reset)).retryAfterMs).toBe(seconds * 1000);
      }
      const { client } = createMarketplace(() => answer([luton]));
      expect(client.budget("airports.search")).toEqual({ available: 5, waitMs: 0 });
    },
  },
  3: {
    point: "limit headers",
    says: ["on every answer", "on limited ones"],
    we: "use them where they are, miss them nowhere",
    proof: async () => {
      const left = { "X-Rate-Limit-Limit": "10", "X-Rate-Limit-Remaining": "7", "X-Rate-Limit-Reset": "1" };
      for (const headers of [left, {}]) {
        const { client } = createMarketplace(() => answer([luton], { headers }));
        expect(await client.airports.search({ filter: "luton" })).toHaveLength(1);
        expect(client.budget("airports.search").waitMs).toBe(0);
      }
    },
  },
  4: {
    point: "X-Avinode-ApiVersion",
    says: ["not listed", "must be there"],
    we: "send v1.0",
    proof: async () => expect((await sentBy()).headers.get("X-Avinode-ApiVersion")).toBe("v1.0"),
  },
  5: {
    point: "X-Avinode-Product",
    says: ["required", "advised"],
    we: "send it, and do not start without",
    proof: async () => {
      expect((await sentBy()).headers.get("X-Avinode-Product")).toBe("Liftline v1.0");
      await expect(sentBy({ product: "Liftline" })).rejects.toThrow("R5");
    },
  },
  6: {
    point: "precision of X-Avinode-SentTimestamp",
    says: ["milliseconds", "minutes"],
    we: "send milliseconds; the sandbox takes both",
    proof: async () => {
      expect((await sentBy()).headers.get("X-Avinode-SentTimestamp")).toBe("2026-12-01T10:00:00.000Z");
      const { marketplace, headers, send } = connect();
      for (const stamp of ["2026-12-01T10:00:00.000Z", "2026-12-01T10:00Z"]) {
        const url = `${marketplace.baseUrl}/airports/search?filter=luton`;
        const response = await send(url, { headers: { ...headers, "X-Avinode-SentTimestamp": stamp } });
        expect(response.status).toBe(200);
      }
    },
  },
  7: {
    point: "sparse fields",
    says: ["field[…]", "fields[…], repeated"],
    we: "send the second; what was asked for may still be missing",
    proof: async () => {
      const { url } = await sentBy({}, "search");
      expect(url.searchParams.getAll("fields[searches]")).toEqual(["typedetails", "safety"]);
      const { first: hit } = await findHits(connect());
      const { aircraftTypeDetails: _, safetyRatings: __, ...lift } = hit.quote.lift;
      expect(AvinodeSearchHit.safeParse({ ...hit, quote: { ...hit.quote, lift } }).success).toBe(true);
    },
  },
  8: {
    point: "path of one airport",
    says: ["/airport/{id}", "/airports/{id}"],
    we: "use the plural",
    proof: async () => expect((await sentBy({}, "read")).url.pathname).toBe("/api/airports/aport-1"),
  },
  9: {
    point: "names of events",
    says: ["TripMessagesBuyer", "TripChatFromBuyer"],
    we: "send what is asked for; whatever stands there is read",
    proof: () => {
      const eventTypes = ["TripMessagesBuyer", "TripChatFromBuyer", "SomethingNew"];
      expect(AvinodeWebhookSettings.parse({ id: "whs-1", eventTypes })).toMatchObject({ eventTypes });
      const body = { targetURI: "https://a.example", displayName: "A - B", active: true, eventTypes };
      expect(AvinodeWebhookSettingsRequest.parse({ ...body, clientAuthenticationType: "BASIC" })).toMatchObject(body);
    },
  },
  10: {
    point: "what a lead chooses",
    says: ["hits or lifts", "both at once"],
    we: "one kind a lead; the sandbox refuses both",
    proof: async () => {
      const sandbox = connect();
      const { first: hit, searchId } = await findHits(sandbox);
      const choice = { sellerQuoteIds: [hit.id], inquiryLift: [{ aircraftCategory: "Light jet" }] };
      const both = { ...leadBody, searchId, ...choice };
      expect(await failureOf(sandbox.client.leads.create(both))).toMatchObject({ codes: ["LIFT_INVALID"] });
      const { inquiryLift: _, ...one } = both;
      expect(await sandbox.client.leads.create(one)).toHaveProperty("id");
    },
  },
  11: {
    point: "country of a lead",
    says: ["selectedValue", "searchValue"],
    we: "send the one that is given",
    proof: () => {
      for (const countrySelection of [{ selectedValue: "US" }, { searchValue: "US" }]) {
        const leadAddress = { countrySelection };
        expect(AvinodeLeadRequest.parse({ ...leadBody, leadAddress }).leadAddress).toEqual(leadAddress);
      }
    },
  },
  12: {
    point: "searchId of a lead",
    says: ["one for each", "none for legs of a watch"],
    we: "optional on the wire; the trip flow always has one",
    proof: () => {
      const { searchId, sellerQuoteIds: _, ...rest } = leadBody;
      const inquiryLift = [{ emptyLegId: "el-1", priceExpectation: 0 }];
      expect(AvinodeLeadRequest.parse(leadBody).searchId).toBe(searchId);
      expect(AvinodeLeadRequest.parse({ ...rest, inquiryLift })).not.toHaveProperty("searchId");
    },
  },
  13: {
    point: "paxCount",
    says: ["text in requests", "a number in answers"],
    we: "write text, read both",
    proof: async () => {
      expect(AvinodeSearchRequest.safeParse(searchBody).success).toBe(true);
      const { first: hit } = await findHits(connect());
      const [segment] = hit.quote.segments;
      for (const paxCount of ["7", 7]) expect(AvinodeSegment.parse({ ...segment, paxCount }).paxCount).toBe(7);
    },
  },
  14: {
    point: "tripId of a notification",
    says: ["absent", "present"],
    we: "optional",
    proof: () => {
      const body = { id: "arfq-1", href: "https://marketplace.example/api/rfqs/arfq-1", type: "rfqs" };
      expect(AvinodeNotification.parse(body)).toEqual(body);
      expect(AvinodeNotification.parse({ ...body, tripId: "Y2AW5H" })).toMatchObject({ tripId: "Y2AW5H" });
    },
  },
  15: {
    point: "flightRegulations",
    says: ["135", "PART_135"],
    we: "any word: members map their own",
    proof: () => {
      const { flightRegulations } = AvinodeActivityRequest.shape;
      for (const word of ["135", "PART_135"]) expect(flightRegulations.parse(word)).toBe(word);
    },
  },
  16: {
    point: "case of a category",
    says: ["Heavy Jet", "Heavy jet"],
    we: "read as written; the sandbox does not mind",
    proof: async () => {
      const found = await Promise.all(
        ["Heavy Jet", "Heavy jet"].map((aircraftCategory) =>
          findHits(connect(), { criteria: { requiredLift: [{ aircraftCategory }] } }),
        ),
      );
      const [one, other] = found.map(({ hits }) => hits.map(({ quote }) => quote.lift.aircraftType));
      expect(one).toEqual(other);
      expect(one).not.toEqual([]);
    },
  },
  17: {
    point: "answer of getall",
    says: ["notifications begin", "a list of legs"],
    we: "read the list where there is one, and expect notifications all the same",
    proof: async () => {
      for (const [data, legs] of [
        [undefined, 0],
        [null, 0],
        [[{ id: "el-1" }, { id: "el-2" }], 2],
      ] as const) {
        const { connection } = createMarketplace(() => answer(data));
        expect(await createWatches(connection).getAll("watch-1")).toHaveLength(legs);
      }
      const world = createWorld();
      const { watches, webhooks } = world.as("demo");
      await webhooks.create({ ...webhook, eventTypes: ["EmptyLegs"] });
      const watchedSegments = [{ start: { countryCode: "GB" }, end: { countryCode: "FR" } }];
      const { id } = await watches.create({ uniqueName: "From Britain", active: true, watchedSegments });
      const legs = await watches.getAll(id);
      expect(legs).not.toEqual([]);
      const told = world.marketplace.notifications().map(({ body }) => body.id);
      expect(told).toEqual(expect.arrayContaining(legs.map((leg) => AvinodeNotification.parse(leg).id)));
    },
  },
  18: {
    point: "active of a webhook",
    says: ["a flag going in", "text coming out"],
    we: "write a flag, read both",
    proof: () => {
      for (const active of [true, "true"])
        expect(AvinodeWebhookSettings.parse({ id: "whs-1", active }).active).toBe(true);
      for (const active of [false, "false"])
        expect(AvinodeWebhookSettings.parse({ id: "whs-1", active }).active).toBe(false);
    },
  },
  19: {
    point: "GET /rfqs/{id}",
    says: ["a list", "an object"],
    we: "read one RFQ from either",
    proof: async () => {
      for (const data of [{ id: "arfq-1" }, [{ id: "arfq-1" }]]) {
        const { connection } = createMarketplace(() => answer(data));
        expect(await createRfqs(connection).read("arfq-1")).toMatchObject({ id: "arfq-1" });
        expect(await createRfqs(connection).readOfTrip("atrip-1")).toHaveLength(1);
      }
    },
  },
  20: {
    point: "sign-in",
    says: ["a static token", "OAuth client credentials"],
    we: "both, by configuration",
    proof: async () => {
      expect((await sentBy()).headers.get("Authorization")).toBe("Bearer connection-token");
      const auth = { kind: "clientCredentials", clientId: "c", clientSecret: "s", method: "basic" } as const;
      const { client, seen } = createMarketplace(
        ({ url }) =>
          url.pathname.endsWith("/oauth/token") ? Response.json({ access_token: "fresh" }) : answer([luton]),
        { auth },
      );
      await client.airports.search({ filter: "luton" });
      expect(seen.at(-1)?.headers.get("Authorization")).toBe("Bearer fresh");
    },
  },
  21: {
    point: "errors under a 200",
    says: ["nothing was done", "the rest was done"],
    we: "a failure to look at, never a success and never repeated",
    proof: async () => {
      const errors = [{ code: "START_AIRPORT_INVALID", path: "activities[1].startAirport" }];
      const { client, seen } = createMarketplace(() => refusal(200, { errors }));
      const failure = await failureOf(client.leads.create(leadBody));
      expect(failure).toMatchObject({ reason: "refused", status: 200, faults: errors });
      expect(seen).toHaveLength(1);
    },
  },
  22: {
    point: "province",
    says: ["US-FL", "AZ beside a country"],
    we: "read and write both",
    proof: () => {
      for (const code of ["US-FL", "NJ"]) {
        expect(AvinodeAirport.parse({ ...luton, province: { code } }).province?.code).toBe(code);
        const place = { countryCode: "US", provinceCode: code };
        expect(AvinodePlace.parse(place)).toEqual(place);
      }
    },
  },
  23: {
    point: "the United Kingdom",
    says: ["UK", "GB"],
    we: "read GB",
    proof: () => {
      for (const code of ["UK", "GB"]) {
        expect(AvinodeAirport.parse({ ...luton, country: { code } }).country?.code).toBe("GB");
        const company = AvinodeCompany.parse({ contactInfo: { detailedAddress: { country: { code } } } });
        expect(company.contactInfo?.detailedAddress?.country?.code).toBe("GB");
      }
    },
  },
  24: {
    point: "host of an href",
    says: ["sandbox", "services"],
    we: "follow it below the configured address and nowhere else",
    proof: async () => {
      const { client, seen } = createMarketplace(() => answer({ id: "alead-1" }));
      expect(await client.leads.read("https://marketplace.example/api/leads/alead-1")).toHaveProperty("id");
      const elsewhere = ["sandbox", "services"].map((host) => `https://${host}.example/api/leads/alead-1`);
      for (const href of elsewhere) expect(await failureOf(client.leads.read(href))).toMatchObject({ sent: false });
      expect(seen).toHaveLength(1);
    },
  },
  25: {
    point: "priceAsString",
    says: ["7300", "45 154"],
    we: "leave it alone: the number counts",
    proof: () => {
      for (const [price, priceAsString] of [
        [7300, "7300"],
        [45154, "45 154"],
        [45154, undefined],
      ]) {
        expect(AvinodePrice.parse({ currency: "EUR", price, priceAsString }).price).toBe(price);
      }
    },
  },
  26: {
    point: "type in a cancellation",
    says: ["trip, arfq", "trips, rfqs elsewhere"],
    we: "send the first",
    proof: () => {
      const body = { id: "x-1", href: "https://marketplace.example/api/trips/x-1", reason: "BY_CLIENT" };
      for (const type of ["trip", "arfq"]) expect(AvinodeCancelRequest.safeParse({ ...body, type }).success).toBe(true);
      for (const type of ["trips", "rfqs"])
        expect(AvinodeCancelRequest.safeParse({ ...body, type }).success).toBe(false);
    },
  },
  27: {
    point: "commission",
    says: ["in sellerPrice, from the company's profile", "a percentage of an application's own"],
    we: "hand both prices on, and add nothing",
    proof: async () => {
      const { first: hit } = await findHits(connect());
      const { sellerPrice, sellerPriceWithoutCommission } = hit.quote;
      expect(sellerPrice!.price / sellerPriceWithoutCommission!.price).toBeCloseTo(1.05, 2);
    },
  },
  28: {
    point: "repeating a lead",
    says: ["no lead is made automatically", "equal identifiers are one lead"],
    we: "never by ourselves; by the caller's repeat, and it stays one",
    proof: async () => {
      const { client, seen } = createMarketplace(() => refusal(504));
      await failureOf(client.leads.create(leadBody));
      expect(seen).toHaveLength(1);
      const sandbox = connect();
      const { first: hit, searchId } = await findHits(sandbox);
      const body = { ...leadBody, searchId, sellerQuoteIds: [hit.id] };
      for (const _ of [1, 2]) await sandbox.client.leads.create(body);
      expect(sandbox.marketplace.ledger.leads()).toHaveLength(1);
    },
  },
  29: {
    point: "start of an empty-leg search",
    says: ["one airport is enough", "a date is required"],
    we: "demand a date and an airport",
    proof: async () => {
      const startAirport = { icao: "EGGW" };
      expect(AvinodeEmptyLegSearchRequest.safeParse({ startAirport, date: "2026-12-13" }).success).toBe(true);
      expect(AvinodeEmptyLegSearchRequest.safeParse({ startAirport }).success).toBe(false);
      const { connection, seen } = createMarketplace(() => answer({ id: "asearch-1" }));
      expect(await createEmptyLegs(connection).search({ startAirport, date: "2026-12-13" })).toHaveProperty("id");
      expect(await failureOf(createEmptyLegs(connection).search({ date: "2026-12-13" }))).toMatchObject({
        sent: false,
      });
      expect(seen).toHaveLength(1);
    },
  },
  30: {
    point: "keeping results",
    says: ["only what was asked for", "a page of results needs state"],
    we: "the client keeps nothing: the same search is another call",
    proof: async () => {
      const { client, seen } = createMarketplace(() => answer({ id: "asearch-1", results: [{ id: "asearchhit-1" }] }));
      for (const _ of [1, 2]) await client.searches.create(searchBody, { fields: [] });
      expect(seen).toHaveLength(2);
      expect(JSON.stringify(client)).not.toContain("asearchhit");
    },
  },
};

test("all thirty are here", () => {
  expect(Object.keys(contradictions).map(Number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test.each(
  Object.entries(contradictions).map(([number, row]) => ({ number, ...row, one: row.says[0], other: row.says[1] })),
)("G$number $point: $one, or $other; we $we", async ({ proof }) => {
  await proof();
});
