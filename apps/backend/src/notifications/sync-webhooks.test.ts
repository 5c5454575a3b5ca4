import { AvinodeError } from "@liftline/api-client/avinode";
import type { AvinodeWebhookSettings } from "@liftline/schema/avinode";
import { afterEach, describe, expect, test } from "vitest";
import { testBroker } from "../../test/harness.ts";
import { openNotificationDesk, publicUrl, type NotificationDesk } from "../../test/notification-desk.ts";
import type { Broker } from "../brokers/broker.ts";
import { syncWebhooks, wantedSettings } from "./sync-webhooks.ts";

const desks: NotificationDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dependencies.close();
});

interface SyncDesk extends NotificationDesk {
  broker: Broker;
  sync(broker?: Broker): Promise<string>;
  listed(broker?: Broker): Promise<AvinodeWebhookSettings[]>;
  /** Calls that changed something. */
  writes(): number;
}

async function open(config: Record<string, unknown> = {}): Promise<SyncDesk> {
  const desk = await openNotificationDesk({ config });
  desks.push(desk);
  const broker = brokerOf(desk, "demo");
  return {
    ...desk,
    broker,
    sync: (of = broker) => syncWebhooks(desk.dependencies, of),
    listed: (of = broker) => of.marketplace.webhooks.list(),
    writes: () =>
      desk.marketplace.calls().filter(({ method, path }) => method !== "GET" && /settings/.test(path)).length,
  };
}

function brokerOf({ dependencies }: NotificationDesk, id: string): Broker {
  const broker = dependencies.brokers.findById(id);
  if (!broker) throw new Error("no such broker");
  return broker;
}

describe("webhook settings", () => {
  test("are made once, and left alone from then on", async () => {
    const desk = await open();
    expect(await desk.sync()).toBe("created");
    expect(await desk.sync()).toBe("unchanged");
    expect(await desk.sync()).toBe("unchanged");
    expect(desk.writes()).toBe(1);
    expect(await desk.listed()).toEqual([
      expect.objectContaining({ targetURI: `${publicUrl}/webhooks/avinode/demo`, active: true }),
    ]);
  });

  test("bring every new lead to us, and to nobody else", async () => {
    const desk = await open();
    await desk.sync();
    const second = brokerOf(desk, "second");
    expect(await desk.sync(second)).toBe("created");
    const segment = {
      startAirport: { icao: "EGGW" },
      endAirport: { icao: "KTEB" },
      dateTime: { date: "2026-12-13", time: "11:00", departure: true, local: true },
      paxCount: "4",
    };
    const search = await second.marketplace.searches.create({ segments: [segment] }, { fields: [] });
    await second.marketplace.leads.create({
      searchId: search.id,
      inquiryLift: [{ aircraftCategory: "Heavy jet" }],
      leadContactInfo: { name: "Ann", emailAddresses: [{ type: "Home", emailAddress: "ann@elsewhere.example" }] },
      clientIdentifier: "elsewhere",
    });
    // As often as the sender likes, and in parallel.
    await Promise.all(Array.from({ length: 5 }, () => desk.marketplace.deliverNotifications(desk.send)));
    expect(desk.marketplace.notifications().map(({ state }) => state)).toEqual(["consumed"]);
    expect((await desk.rows()).map(({ broker_id, seen }) => [broker_id, seen])).toEqual([["second", 5]]);
    desk.clock.advance(1000);
    await desk.dependencies.processNotifications();
    expect((await desk.foreignLeads()).map(({ broker_id, name }) => [broker_id, name])).toEqual([["second", "Ann"]]);
  });

  test.each(["BASIC", "PREEMPTIVE_BASIC", "OAUTH"])("may say how to sign in: %s", async (authentication) => {
    const webhooks = { username: "liftline", password: "a word & more", authentication };
    const desk = await open({ brokers: [{ ...testBroker, webhooks }] });
    await desk.sync();
    const segment = {
      startAirport: { icao: "EGGW" },
      endAirport: { icao: "KTEB" },
      dateTime: { date: "2026-12-13", time: "11:00", departure: true, local: true },
      paxCount: "4",
    };
    const search = await desk.broker.marketplace.searches.create({ segments: [segment] }, { fields: [] });
    await desk.broker.marketplace.leads.create({
      searchId: search.id,
      inquiryLift: [{ aircraftCategory: "Heavy jet" }],
      leadContactInfo: { name: "Ann", emailAddresses: [{ type: "Home", emailAddress: "ann@elsewhere.example" }] },
      clientIdentifier: "elsewhere",
    });
    await desk.marketplace.deliverNotifications(desk.send);
    expect(desk.marketplace.notifications().map(({ state, tries }) => [state, tries])).toEqual([["consumed", 1]]);
    expect(await desk.rows()).toHaveLength(1);
  });

  test.each([
    ["switched off", { active: false }],
    ["sent elsewhere", { targetURI: "https://elsewhere.example/webhooks" }],
  ])("are repaired where somebody has them %s", async (_, change) => {
    const desk = await open();
    await desk.sync();
    const wanted = wantedSettings(desk.broker, publicUrl);
    const [settings] = await desk.listed();
    if (!wanted || !settings) throw new Error("nothing is set");
    await desk.broker.marketplace.webhooks.update(settings.id, { ...wanted, ...change });
    expect(await desk.sync()).toBe("repaired");
    expect(await desk.listed()).toEqual([
      expect.objectContaining({ id: settings.id, active: true, targetURI: wanted.targetURI }),
    ]);
    expect(await desk.sync()).toBe("unchanged");
  });

  test("are repaired where the secret is another now, though nobody can see it there", async () => {
    const desk = await open();
    await desk.sync();
    const renamed = {
      ...desk.broker,
      webhooks: { username: "liftline", password: { ...secretOf("new") }, authentication: "BASIC" },
    };
    expect(await desk.sync(renamed)).toBe("repaired");
    expect(await desk.sync(renamed)).toBe("unchanged");
    expect(await desk.listed()).toHaveLength(1);
  });

  test("are taken over where our own record is lost: an address is there once", async () => {
    const desk = await open();
    await desk.sync();
    const { build, run } = desk.dependencies.database;
    await run(build.deleteFrom("webhook_settings"));
    expect(await desk.sync()).toBe("repaired");
    expect(await desk.listed()).toHaveLength(1);
    expect(await desk.sync()).toBe("unchanged");
  });

  test("are made again after a reset", async () => {
    const desk = await open();
    await desk.sync();
    desk.marketplace.reset();
    expect(await desk.sync()).toBe("created");
    expect(await desk.listed()).toHaveLength(1);
  });

  test("of other applications are never touched", async () => {
    const desk = await open();
    const wanted = wantedSettings(desk.broker, publicUrl);
    if (!wanted) throw new Error("nothing is wanted");
    const others = {
      ...wanted,
      targetURI: "https://other.example/hook",
      displayName: "Liftline - Client leads",
      active: false,
    };
    const { id } = await desk.broker.marketplace.webhooks.create(others);
    expect(await desk.sync()).toBe("created");
    const listed = await desk.listed();
    expect(listed.find((settings) => settings.id === id)).toMatchObject({ targetURI: others.targetURI, active: false });
    expect(listed).toHaveLength(2);
  });

  test("are off without an address of our own, or a secret", async () => {
    const without = await open({ publicUrl: undefined });
    expect(await without.sync()).toBe("off");
    const silent = await open({ brokers: [testBroker] });
    expect(await silent.sync()).toBe("off");
    expect([without.marketplace.calls(), silent.marketplace.calls()]).toEqual([[], []]);
  });

  test("that the connection may not change are its owner's to mend", async () => {
    const desk = await open();
    const refused = {
      ...desk.broker,
      marketplace: { ...desk.broker.marketplace, webhooks: { ...desk.broker.marketplace.webhooks, list: forbidden } },
    };
    await expect(desk.sync(refused)).rejects.toMatchObject({ reason: "permission" });
  });

  test("R8: leave no secret in the database or the log", async () => {
    const desk = await open();
    await desk.sync();
    const { build, run } = desk.dependencies.database;
    const kept = await run(build.selectFrom("webhook_settings").selectAll());
    expect(kept).toHaveLength(1);
    expect(JSON.stringify([kept, desk.logLines])).not.toContain("broker's word");
  });
});

describe("R16: the settings are checked", () => {
  const monday = Date.parse("2026-12-07T08:00:00Z");

  test("at the start where there are none, then after each weekly reset, and no sooner", async () => {
    const desk = await open();
    const { keepWebhooks } = desk.dependencies;
    const lists = () => desk.marketplace.calls().filter(({ method }) => method === "GET").length;
    await keepWebhooks();
    await keepWebhooks();
    expect([lists(), await stateOf(desk)]).toEqual([2, ["demo", "second"]]);
    desk.clock.advance(monday - 60_000 - desk.clock.now());
    desk.marketplace.reset();
    await keepWebhooks();
    expect(lists()).toBe(2);
    desk.clock.advance(60_000);
    await keepWebhooks();
    await keepWebhooks();
    expect(lists()).toBe(4);
    expect(await desk.listed()).toHaveLength(1);
  });

  test("not again by a process that starts soon after another", async () => {
    const desk = await open();
    await desk.sync();
    const calls = desk.marketplace.calls().length;
    await desk.dependencies.keepWebhooks();
    expect(
      desk.marketplace
        .calls()
        .slice(calls)
        .map(({ method }) => method),
    ).toEqual(["GET", "POST"]);
  });

  test("once an hour while that fails, and it is said", async () => {
    const desk = await open();
    for (const broker of desk.dependencies.brokers.all) broker.marketplace.webhooks.list = forbidden;
    await desk.dependencies.keepWebhooks();
    await desk.dependencies.keepWebhooks();
    const failures = () => desk.logLines.filter(({ event }) => event === "webhooks.unchecked").length;
    expect(failures()).toBe(2);
    desk.clock.advance(3_600_000);
    await desk.dependencies.keepWebhooks();
    expect(failures()).toBe(4);
  });
});

async function stateOf(desk: NotificationDesk): Promise<string[]> {
  const { build, run } = desk.dependencies.database;
  return (await run(build.selectFrom("webhook_settings").select("broker_id").orderBy("broker_id"))).map(
    (row) => row.broker_id,
  );
}

function forbidden(): Promise<never> {
  return Promise.reject(
    new AvinodeError({ operation: "webhooks.list", reason: "permission", sent: true, status: 403 }),
  );
}

function secretOf(value: string) {
  return { reveal: () => value, toString: () => "", toJSON: () => "" };
}
