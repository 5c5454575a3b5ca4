import { CompiledQuery } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { openLeadDesk, testTrip, type LeadDesk } from "../../test/lead-desk.ts";
import type { Channel } from "../deliveries/channels/channel.ts";
import type { Push } from "../deliveries/channels/crm/crm-client.ts";
import { deliverDue } from "../deliveries/deliver-due.ts";
import { patientSchedule } from "../deliveries/delivery-schedule.ts";
import { createStuckStore } from "../deliveries/stuck.store.ts";
import { sweepDeliveries } from "../deliveries/sweep-deliveries.ts";

const desks: LeadDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.database.close();
});

/** A desk of a broker with a CRM, and what was pushed to it. */
async function openDesk(options: Parameters<typeof openLeadDesk>[0] = {}): Promise<LeadDesk & { pushed: Push[] }> {
  const desk = await openLeadDesk(options);
  const pushed: Push[] = [];
  desk.broker.crm = [{ push: async (push) => (pushed.push(push), { state: "delivered", reason: null }) }];
  desks.push(desk);
  return { ...desk, pushed };
}

const tables = ["leads", "lead_contacts", "lead_options", "lead_keys", "search_claims", "deliveries"] as const;

async function count({ database }: LeadDesk): Promise<number[]> {
  const { build, run } = database;
  return Promise.all(tables.map(async (table) => (await run(build.selectFrom(table).selectAll())).length));
}

async function states({ database }: LeadDesk) {
  const { build, run } = database;
  const rows = await run(build.selectFrom("deliveries").select(["channel", "state", "reason"]).orderBy("channel"));
  return rows.map(({ channel, state, reason }) => [channel, state, reason]);
}

const stored = [1, 1, 0, 1, 0, 1];
const nothing = [0, 0, 0, 0, 0, 0];
const [leg] = testTrip.legs;

describe("a request without options", () => {
  test("is stored whole, answered with a reference and told to the broker; the marketplace is not asked", async () => {
    const desk = await openDesk();
    const { reference } = await desk.submit(desk.ask({ message: "As soon as you can." }));
    expect(reference).toMatch(/^LL-/);
    expect(await count(desk)).toEqual(stored);
    expect(desk.wakes()).toBe(1);
    const { build, run } = desk.database;
    const [lead] = await run(build.selectFrom("leads").selectAll());
    expect(lead).toMatchObject({ reference, currency: "EUR", message: "As soon as you can." });
    expect(JSON.parse(lead?.trip ?? "")).toEqual(desk.ask().trip);

    await deliverDue(desk);
    expect(desk.ledger.calls).toEqual([]);
    expect(await states(desk)).toEqual([["crm:0", "delivered", null]]);
    expect(desk.pushed.map(({ body }) => JSON.parse(body))).toEqual([
      {
        type: "lead.created",
        timestamp: "2026-12-01T10:00:00.000Z",
        data: expect.objectContaining({
          reference,
          contact: expect.objectContaining({ name: "Jo Smith", email: "jo@example.com" }),
          message: "As soon as you can.",
          currency: "EUR",
          options: [],
          trip: {
            legs: [
              {
                from: "EGGW",
                to: null,
                toWords: "the grass strip near Ascot",
                date: "2026-12-13",
                time: "11:00",
                timeMeans: "departure",
                passengers: 4,
              },
              {
                from: null,
                fromWords: "the grass strip near Ascot",
                to: "ZZ42",
                date: "2026-12-15",
                time: null,
                timeMeans: "departure",
                passengers: 3,
              },
            ],
          },
        }),
      },
    ]);
  });

  test("R20: sent fifty times at once is one lead, told once, and fifty equal answers", async () => {
    const desk = await openDesk();
    const request = desk.ask();
    const receipts = await Promise.all(Array.from({ length: 50 }, () => desk.submit(request, { key: "the-same-key" })));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    desk.advance(24 * 3_600_000);
    expect(await desk.submit(request, { key: "the-same-key" })).toEqual(receipts[0]);
    expect(await count(desk)).toEqual(stored);
    await deliverDue(desk);
    await deliverDue(desk);
    expect(desk.pushed).toHaveLength(1);
  });

  test("is refused where its key came with another trip, or with options, before", async () => {
    const desk = await openDesk();
    const reused = { code: "request.idempotency-key-reused" };
    await desk.submit(desk.ask(), { key: "reused-key" });
    const other = desk.ask({ trip: { legs: [{ ...leg!, to: { words: "the other grass strip" } }] } });
    await expect(desk.submit(other, { key: "reused-key" })).rejects.toMatchObject(reused);
    await expect(desk.submit(desk.request(), { key: "reused-key" })).rejects.toMatchObject(reused);
    await desk.submit(desk.request(), { key: "another-key" });
    await expect(desk.submit(desk.ask(), { key: "another-key" })).rejects.toMatchObject(reused);
  });

  test("spends no search: the same trip under another key is another request", async () => {
    const desk = await openDesk();
    const first = await desk.submit(desk.ask());
    const second = await desk.submit(desk.ask());
    expect(second.reference).not.toBe(first.reference);
  });

  test("draws another reference where the first is taken", async () => {
    const desk = await openDesk();
    let draws = 0;
    desk.randomness.bytes = (length) =>
      length === 6 ? new Uint8Array(6).fill(draws++ < 2 ? 1 : 2) : crypto.getRandomValues(new Uint8Array(length));
    const references = [await desk.submit(desk.ask()), await desk.submit(desk.ask())].map((lead) => lead.reference);
    expect(references).toEqual(["LL-111111", "LL-222222"]);
  });

  test.each([
    ["EUR", undefined],
    ["USD", "USD"],
    ["EUR", "SEK"],
  ])("is answered in %s where %s is wished for", async (currency, wished) => {
    const desk = await openDesk();
    await desk.submit(desk.ask({ trip: { ...testTrip, ...(wished && { currency: wished }) } }));
    const { build, run } = desk.database;
    expect(await run(build.selectFrom("leads").select("currency"))).toEqual([{ currency }]);
  });

  test("is refused for a day that is over everywhere, and not for one that is not", async () => {
    const desk = await openDesk();
    const onDay = (date: string) => desk.ask({ trip: { legs: [leg!, { ...leg!, date }].toSorted(byDate) } });
    await expect(desk.submit(onDay("2026-11-29"))).rejects.toMatchObject({
      code: "request.invalid",
      fields: [{ path: "trip.legs.0.date", message: "must not be in the past" }],
    });
    expect(await count(desk)).toEqual(nothing);
    await desk.submit(onDay("2026-11-30"));
  });

  test("needs the visitor's consent where the broker has a privacy policy", async () => {
    const privacyPolicy = "https://www.demo-charter.example/privacy";
    const desk = await openDesk({ settings: { privacyPolicy } });
    await expect(desk.submit(desk.ask())).rejects.toMatchObject({ fields: [{ path: "consent" }] });
    expect(await count(desk)).toEqual(nothing);
    await desk.submit(desk.ask({ consent: { privacyPolicy, acceptedAt: "2026-12-01T09:59:00Z" } }));
    const { build, run } = desk.database;
    expect(await run(build.selectFrom("lead_consents").select("privacy_policy"))).toHaveLength(1);
  });

  test("R9: keeps words as they were written, but for what cannot be written down", async () => {
    const desk = await openDesk();
    const words = "a\ud800b “ümlaut” <b>\u202Eturned</b> 空港 '); drop table leads; --";
    await desk.submit(desk.ask({ trip: { legs: [{ ...leg!, to: { words } }] } }));
    const { build, run } = desk.database;
    const [lead] = await run(build.selectFrom("leads").select("trip"));
    expect(JSON.parse(lead?.trip ?? "").legs[0].to).toEqual({ words: words.toWellFormed() });
  });

  test("is stored whole or not at all when the disk fills up", async () => {
    const desk = await openDesk();
    const pragma = (text: string) =>
      desk.database.run<{ page_count: number }>({ compile: () => CompiledQuery.raw(text) });
    const [size] = await pragma("pragma page_count");
    await pragma(`pragma max_page_count = ${(size?.page_count ?? 0) + 1}`);
    const request = desk.ask({ message: "x".repeat(4000) });
    await expect(desk.submit(request)).rejects.toMatchObject({ code: "storage.unavailable" });
    expect(await count(desk)).toEqual(nothing);
  });
});

describe("where the broker has neither mailbox nor CRM, a request without options", () => {
  async function openSilentDesk(): Promise<LeadDesk> {
    const desk = await openDesk();
    delete desk.broker.crm;
    return desk;
  }

  test("waits for a person, and the log says so once", async () => {
    const desk = await openSilentDesk();
    const { reference } = await desk.submit(desk.ask());
    expect(await states(desk)).toEqual([["email-broker", "manual", "nowhere-to-send"]]);
    const scope = { brokerId: "demo", environment: "sandbox" };
    expect(await createStuckStore(desk.database).list(scope, reference)).toMatchObject([
      { reference, channel: "email-broker", reason: "nowhere-to-send" },
    ]);
    for (let minute = 0; minute < 3; minute += 1) {
      desk.advance(60_000);
      await sweepDeliveries(desk);
      await deliverDue(desk);
    }
    expect(desk.logged.filter(({ event }) => event === "delivery.late")).toHaveLength(1);
    expect(await states(desk)).toEqual([
      ["email-broker", "manual", "nowhere-to-send"],
      ["email-broker-alert", "delivered", "logged"],
    ]);
  });

  test("goes out when it is tried again by hand and there is a mailbox", async () => {
    const desk = await openSilentDesk();
    await desk.submit(desk.ask());
    const { build, run } = desk.database;
    const [waiting] = await run(build.selectFrom("deliveries").select("id"));
    expect(await desk.unclaimed.retry({ brokerId: "demo", environment: "sandbox" }, waiting?.id ?? "")).toBe(true);
    const sent = new Map<string, string>();
    const mailbox: Channel = {
      schedule: patientSchedule,
      tryMs: 1_000,
      concurrency: 1,
      send: async ({ channel, body }) => (sent.set(channel, body), { state: "delivered", reason: null }),
    };
    await deliverDue({ ...desk, channels: { find: () => mailbox } });
    expect(sent.get("email-broker")).toContain("the grass strip near Ascot");
  });

  test("is not among those that are told, where one with options is", async () => {
    const desk = await openSilentDesk();
    await desk.submit(desk.request());
    expect(await states(desk)).toEqual([["marketplace", "accepted", null]]);
  });
});

function byDate(one: { date: string }, other: { date: string }): number {
  return one.date < other.date ? -1 : 1;
}
