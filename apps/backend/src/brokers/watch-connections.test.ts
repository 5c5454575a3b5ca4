import { createMarketplace } from "@liftline/sandbox";
import { afterEach, describe, expect, test } from "vitest";
import { databaseKinds, openTestDatabase } from "../../test/databases/open-test-database.ts";
import { createTestApp, createTestClock, testBroker, type TestApp } from "../../test/harness.ts";
import type { Mail, Mailer } from "../deliveries/channels/mail/mailer.ts";
import { watchConnections } from "./watch-connections.ts";

const dayMs = 86_400_000;

const apps: TestApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dependencies.close();
});

async function open(kind: (typeof databaseKinds)[number], answer: Awaited<ReturnType<Mailer["send"]>> = sent) {
  const clock = createTestClock();
  const database = await openTestDatabase(kind, clock);
  const mails: Mail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
      return answer;
    },
  };
  const notify = { email: "leads@demo-charter.example" };
  const app = await createTestApp({
    marketplace: createMarketplace({ clock, rate: null }),
    overrides: { database, clock, mailer },
    config: { brokers: [{ ...testBroker, notify }] },
  });
  apps.push(app);
  const told = () =>
    app.logLines.filter(({ event }) => event.startsWith("connection.")).map(({ event, days }) => [event, days]);
  return { ...app, clock, mails, told, watch: () => watchConnections(app.dependencies) };
}

const sent = { state: "delivered", reason: null } as const;

describe.each(databaseKinds)("a connection that is not used, on %s", (kind) => {
  test("is told of after 30, 45 and 55 days, once each, however many look", async () => {
    const { clock, watch, mails, told } = await open(kind);
    await watch();
    for (let day = 0; day <= 70; day += 5) {
      clock.advance(5 * dayMs);
      await Promise.all([watch(), watch()]);
    }
    expect(told()).toEqual([30, 45, 55].map((days) => ["connection.idle", days]));
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual(
      [30, 45, 55].map((days) => [
        "leads@demo-charter.example",
        `Your marketplace connection has not worked for ${days} days`,
      ]),
    );
    expect(new Set(mails.map(({ id }) => id)).size).toBe(3);
  });

  test("begins anew when it has worked, and is called by nobody to keep it alive (R16)", async () => {
    const { clock, watch, told, request, marketplace } = await open(kind);
    await watch();
    clock.advance(29 * dayMs);
    await watch();
    expect(marketplace.calls()).toEqual([]);
    expect((await request("/airports?query=luton")).status).toBe(200);
    expect(marketplace.calls()).toHaveLength(1);
    clock.advance(29 * dayMs);
    await watch();
    expect(told()).toEqual([]);
    clock.advance(dayMs);
    await watch();
    expect(told()).toEqual([["connection.idle", 30]]);
  });
});

test("the mail says since when nothing has worked, and claims no call that there may never have been", async () => {
  const { clock, watch, mails } = await open("sqlite");
  await watch();
  clock.advance(31 * dayMs);
  await watch();
  expect(mails[0]?.text).toContain("No call has worked since 2026-12-01.");
});

test("where the mail cannot be sent, the log has it", async () => {
  const refused = { state: "manual", reason: "smtp-refused" } as const;
  const { clock, watch, told } = await open("sqlite", refused);
  await watch();
  clock.advance(31 * dayMs);
  await watch();
  await watch();
  expect(told()).toEqual([
    ["connection.idle", 31],
    ["connection.idle-untold", undefined],
  ]);
});
