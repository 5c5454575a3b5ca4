import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { afterEach, expect, test } from "vitest";
import { databaseKinds, openTestDatabase } from "./databases/open-test-database.ts";
import { createTestClock } from "./harness.ts";
import { basic, demoSecret, openNotificationDesk } from "./notification-desk.ts";

/** Rounds of 200; 50 for the promise of `reliability.md` §2, R16. */
const rounds = Number(process.env["LIFTLINE_FLOOD"] ?? 2);
const parallel = 200;
const pointers = 8;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

test.each(databaseKinds)(
  "R25: two hundred notifications at a time, again and again, are all taken and all looked at, on %s",
  async (kind) => {
    const clock = createTestClock();
    const database = await openTestDatabase(kind, clock);
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return Response.json({ meta: { errors: [] } }, { status: 404 });
    };
    const desk = await openNotificationDesk({ overrides: { database, clock, fetch } });
    const server = createAdaptorServer({ fetch: desk.app.fetch });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(async () => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await desk.dependencies.close();
    });
    const { port } = server.address() as AddressInfo;
    const statuses: number[] = [];
    const send = async (_: unknown, index: number) => {
      const response = await globalThis.fetch(`http://127.0.0.1:${port}/webhooks/avinode/demo`, {
        method: "POST",
        headers: { authorization: basic(demoSecret), "content-type": "application/json" },
        body: JSON.stringify(desk.pointerTo(`alead-${index % pointers}`)),
      });
      statuses.push(response.status);
    };
    let claimed;
    for (let round = 0; round < rounds; round += 1) {
      const sending = Array.from({ length: parallel }, send);
      // Somebody is at it while the same is announced again.
      claimed ??= await desk.dependencies.notifications.claim({
        environment: "sandbox",
        lease: { id: "slow", until: new Date(clock.now() + 60_000).toISOString() },
        busyBrokers: [],
      });
      await Promise.all(sending);
      clock.advance(2_000);
    }
    expect(statuses).toEqual(Array.from({ length: rounds * parallel }, () => 200));
    if (!claimed) throw new Error("it was due");
    expect(await desk.dependencies.notifications.finish(claimed, { reason: "known" })).toBe(true);
    expect((await desk.rows()).filter(({ next_at }) => next_at !== null)).toHaveLength(pointers);

    // Each once for all that was announced, until it is taken to be gone.
    for (let look = 0; look < 8; look += 1) {
      clock.advance(3_600_000);
      await desk.dependencies.processNotifications();
    }
    const rows = await desk.rows();
    const times = (rounds * parallel) / pointers;
    expect(rows.map(({ seen, done, next_at }) => [seen, done, next_at])).toEqual(
      Array.from({ length: pointers }, () => [times, times, null]),
    );
    expect(asked).toBeLessThanOrEqual(pointers * 8);
  },
  60_000 + rounds * 2_000,
);
