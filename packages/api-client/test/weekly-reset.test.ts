import { beforeAll, expect, test } from "vitest";
import { AvinodeError } from "../src/avinode/index.ts";
import { createStage, scheduleBody, type Stage } from "./stage.ts";

/** Of Mondays: what was there is not, whatever it was (`avinode-api.md` A11, seeds 000 and 001). */

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
  await stage.seller.schedules.put(scheduleBody(stage.tail));
});

const reads: Record<string, (on: Stage) => Promise<unknown>> = {
  "a search": ({ buyer, searchId }) => buyer.searches.read(searchId),
  "a lead": ({ buyer, leadId }) => buyer.leads.read(leadId),
  "an empty leg": ({ buyer, legId }) => buyer.emptyLegs.read(legId),
  "a watch": ({ buyer, watchId }) => buyer.watches.read(watchId),
  "a trip": ({ buyer, trip }) => buyer.trips.read(trip),
  "an RFQ": ({ seller, rfq }) => seller.rfqs.read(rfq),
  "a quote": ({ buyer, quoteId }) => buyer.quotes.read(quoteId),
  "a message": ({ buyer, messageId }) => buyer.tripMessages.read(messageId),
  "an aircraft": ({ seller, aircraftId }) => seller.aircraft.read(aircraftId),
};

const lists: Record<string, (on: Stage) => Promise<unknown[]>> = {
  watches: ({ buyer }) => buyer.watches.list(),
  RFQs: ({ seller }) => seller.rfqs.list(),
  schedules: ({ seller }) => seller.schedules.list(),
  webhooks: ({ buyer }) => buyer.webhooks.list(),
  "trips of an id": ({ buyer, trip }) => buyer.trips.search(trip.tripId ?? ""),
};

async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "is still there";
  } catch (error) {
    return error instanceof AvinodeError ? error.reason : "broke";
  }
}

test("the weekly reset takes everything", async () => {
  for (const read of Object.values(reads)) expect(await read(stage)).toHaveProperty("id");
  for (const list of Object.values(lists)) expect(await list(stage)).not.toEqual([]);
  stage.world.marketplace.reset();
  const left = [];
  for (const [what, read] of Object.entries(reads)) left.push([what, await outcomeOf(read(stage))]);
  expect(left).toEqual(Object.keys(reads).map((what) => [what, "not-found"]));
  for (const [what, list] of Object.entries(lists)) expect([what, await list(stage)]).toEqual([what, []]);
  expect(stage.world.marketplace.notifications()).toEqual([]);
  expect(stage.world.marketplace.ledger.leads()).toEqual([]);
});
