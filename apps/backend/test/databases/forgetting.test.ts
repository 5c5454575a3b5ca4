import { createMarketplace } from "@liftline/sandbox";
import { AvinodeSearchHit } from "@liftline/schema/avinode";
import { afterEach, describe, expect, test } from "vitest";
import { eraseLeads } from "../../src/leads/erase-leads.ts";
import { retainLeads } from "../../src/leads/retain-leads.ts";
import { createTestClock } from "../harness.ts";
import { openNotificationDesk, type NotificationDesk } from "../notification-desk.ts";
import { everyRow } from "./every-row.ts";
import { databaseKinds, openTestDatabase } from "./open-test-database.ts";

const dayMs = 86_400_000;
const email = "canary.person@elsewhere.example";
const scope = { brokerId: "demo", environment: "sandbox" };

const desks: NotificationDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dependencies.close();
});

async function open(kind: (typeof databaseKinds)[number]): Promise<NotificationDesk> {
  const clock = createTestClock();
  const database = await openTestDatabase(kind, clock);
  const marketplace = createMarketplace({ clock, rate: null });
  const desk = { ...(await openNotificationDesk({ marketplace, overrides: { database, clock } })), clock };
  desks.push(desk);
  return desk;
}

/** A lead that a Web App of the company made; its id at the marketplace. */
async function leadFromElsewhere({ dependencies }: NotificationDesk): Promise<string> {
  const connection = dependencies.brokers.findById("demo")?.marketplace;
  if (!connection) throw new Error("it is configured");
  const flight = { startAirport: { icao: "EGGW" }, endAirport: { icao: "KTEB" }, paxCount: "4" };
  const dateTime = { date: "2026-12-13", time: "11:00", departure: true, local: true };
  const search = await connection.searches.create({ segments: [{ ...flight, dateTime }] }, { fields: [] });
  const { id } = await connection.leads.create({
    searchId: search.id,
    sellerQuoteIds: [AvinodeSearchHit.parse(search.results[0]).id],
    leadContactInfo: { name: "CANARY-NAME", emailAddresses: [{ type: "Home", emailAddress: email }] },
    clientIdentifier: crypto.randomUUID(),
  });
  return id;
}

/** It is announced, rests, and is looked at. */
async function announce(desk: NotificationDesk, id: string): Promise<void> {
  expect((await desk.notify(desk.pointerTo(id))).status).toBe(200);
  desk.clock.advance(2_000);
  await desk.dependencies.processNotifications();
}

async function dump({ dependencies }: NotificationDesk): Promise<string> {
  return JSON.stringify(await everyRow(dependencies.database));
}

describe.each(databaseKinds)("on %s", (kind) => {
  test("a lead from elsewhere that was erased does not come back, however often it is announced", async () => {
    const desk = await open(kind);
    const id = await leadFromElsewhere(desk);
    await announce(desk, id);
    expect(await dump(desk)).toMatch(/CANARY-NAME/);

    expect(await eraseLeads(desk.dependencies, { scope, person: { email: email.toUpperCase() } })).toMatchObject({
      foreign: 1,
    });
    for (let times = 0; times < 2; times += 1) {
      await announce(desk, id);
      expect(await dump(desk)).not.toMatch(/canary/i);
      expect(await desk.rows()).toEqual([
        expect.objectContaining({ reason: "erased", seen: times + 2, done: times + 2 }),
      ]);
    }
    expect(await eraseLeads(desk.dependencies, { scope, person: { email } })).toMatchObject({ foreign: 0 });
  });

  test("a lead from elsewhere that is erased while it is read is not kept", async () => {
    const desk = await open(kind);
    const id = await leadFromElsewhere(desk);
    await announce(desk, id);
    const { foreignErasures } = desk.dependencies;
    const before = { ...foreignErasures };
    foreignErasures.has = async (...args) => {
      const isErased = await before.has(...args);
      await eraseLeads(desk.dependencies, { scope, person: { email } });
      return isErased;
    };
    await announce(desk, id);
    expect(await desk.foreignLeads()).toEqual([]);
  });

  test("a notification goes 7 days after nothing was left to do with it, and not before", async () => {
    const desk = await open(kind);
    const done = await leadFromElsewhere(desk);
    await announce(desk, done);
    await desk.notify({ id: "x", type: "trips", href: `${desk.marketplace.baseUrl}/trips/x` });
    desk.clock.advance(6 * dayMs);
    const repeated = await leadFromElsewhere(desk);
    await announce(desk, repeated);
    await desk.notify(desk.pointerTo("alead-waits"));
    await retainLeads(desk.dependencies);
    expect(await desk.rows()).toHaveLength(4);

    desk.clock.advance(dayMs);
    await retainLeads(desk.dependencies);
    expect((await desk.rows()).map(({ resource_id }) => resource_id).toSorted()).toEqual(
      [repeated, "alead-waits"].toSorted(),
    );
    desk.clock.advance(30 * dayMs);
    await retainLeads(desk.dependencies);
    expect((await desk.rows()).map(({ resource_id }) => resource_id)).toEqual(["alead-waits"]);
    // Its lead stays as long as the broker keeps leads.
    expect(await desk.foreignLeads()).toHaveLength(2);
  });
});
