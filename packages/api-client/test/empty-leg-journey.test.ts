import { sandboxConnections } from "@liftline/sandbox";
import { AvinodeEmptyLeg, AvinodeNotification } from "@liftline/schema/avinode";
import { expect, test } from "vitest";
import { toScheduleTime } from "../src/avinode/index.ts";
import { failureOf, leadBody } from "./marketplace.ts";
import { createWorld, type World } from "./world.ts";

const hourMs = 3_600_000;

/** The addresses that the buyer's webhook is told. */
async function told({ marketplace }: World): Promise<string[]> {
  const hrefs: string[] = [];
  await marketplace.deliverNotifications(async (input, init) => {
    const { type, href } = AvinodeNotification.parse(await new Request(input, init).json());
    hrefs.push(type === "emptylegs" ? (href ?? "") : "");
    return new Response();
  });
  return hrefs;
}

test("an empty leg, from the seller's schedule to the buyer's list, to a lead, and off the list again", async () => {
  const world = createWorld();
  const [buyer, seller] = [world.as("demo"), world.as("seller")];
  const { aircraftTail } = world.marketplace.fleet(sandboxConnections.seller)[0]!;
  const start = world.time.clock.now() + 48 * hourMs;
  const flight = {
    activityId: "a-1",
    activityType: "EmptyLeg",
    startAirport: { icao: "EGGW" },
    endAirport: { icao: "LEPA" },
    startDateTime: toScheduleTime(start),
    endDateTime: toScheduleTime(start + 3 * hourMs),
    price: 9000,
    currency: "EUR",
    marketingVerified: true,
  };

  await buyer.webhooks.create({
    targetURI: "https://broker.example/webhooks/legs",
    displayName: "Liftline - Empty legs",
    active: true,
    clientAuthenticationType: "NONE",
    eventTypes: ["EmptyLegs"],
  });
  const watch = await buyer.watches.create({
    uniqueName: "London to Palma",
    active: true,
    watchedSegments: [{ start: { airport: { icao: "EGGW" } }, end: { airport: { icao: "LEPA" } } }],
    verified: true,
  });
  const standing = await buyer.watches.getAll(watch.id);
  expect(await told(world)).toHaveLength(standing.length);

  const { warnings } = await seller.schedules.put({ lift: { aircraftTail }, activities: [flight] });
  expect(warnings.map(({ code }) => code)).toEqual(["POSITION_UNKNOWN"]);
  const [href = ""] = await told(world);
  const leg = await buyer.emptyLegs.read(href, { fields: ["flighttime"] });
  expect(leg).toMatchObject({ price: { price: 9000 }, ownEmptyLeg: false, sellerVerified: true });
  expect(leg.sellerCompany).toBeUndefined();

  const date = new Date(start).toISOString().slice(0, 10);
  const found = await buyer.emptyLegs.search({ startAirport: { icao: "EGGW" }, endAirport: { icao: "LEPA" }, date });
  expect(found.results.map((result) => AvinodeEmptyLeg.parse(result).id)).toContain(leg.id);
  await buyer.viewedLegs.reportViewed(leg.id);
  expect(world.marketplace.views()).toHaveLength(1);
  const { sellerQuoteIds: _, ...lead } = leadBody;
  const inquiryLift = [{ emptyLegId: leg.id, priceExpectation: 9000 }];
  await buyer.leads.create({ ...lead, searchId: found.id, inquiryLift, leadCurrency: "EUR" });
  expect(world.marketplace.ledger.leads()).toHaveLength(1);

  world.time.advance(5 * 60_000);
  await seller.schedules.put({ lift: { aircraftTail }, activities: [{ ...flight, activityType: "PassengerFlight" }] });
  expect(await told(world)).toEqual([href]);
  expect(await failureOf(buyer.emptyLegs.read(href))).toMatchObject({ reason: "not-found" });
});
