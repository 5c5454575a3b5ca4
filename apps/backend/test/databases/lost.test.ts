import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openD1Database, type D1Binding, type D1Statement } from "../../src/database/d1-database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { deliverDue } from "../../src/deliveries/deliver-due.ts";
import { DomainError } from "../../src/domain-error.ts";
import { openLeadDesk, type LeadDesk } from "../lead-desk.ts";
import { askPostgres, createPostgres, emptyD1 } from "./open-test-database.ts";

// Servers of their own on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const unavailable = { code: "storage.unavailable", retryAfterSeconds: 5 };

async function openDesk(url: string, busyTimeoutMs = 1000): Promise<LeadDesk> {
  let desk: LeadDesk | undefined;
  const database = await openDatabase({ url, busyTimeoutMs, clock: { now: () => desk?.clock.now() ?? 0 } });
  opened.push(database);
  desk = await openLeadDesk({ database });
  return desk;
}

/** What a widget does: the same request again until it is answered. Answers how often it was told to come again. */
async function submitUntilTaken(desk: LeadDesk, key: string): Promise<{ reference: string; refusals: number }> {
  const lead = desk.request();
  for (let refusals = 0; ; refusals += 1) {
    try {
      const { reference } = await desk.submit(lead, { key });
      return { reference, refusals };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "storage.unavailable") throw error;
      // A little later, as the widget would: the others get their turn.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

describe("a PostgreSQL whose connections are lost", () => {
  /** Set to 60 000 for the figure in `docs/reliability.md`. */
  const lossesForMs = Number(process.env["LIFTLINE_LOSSES_MS"] ?? 2000);

  test(
    "R15 of reliability.md §2: loses no acknowledged lead and doubles none, and is back in no time",
    { timeout: lossesForMs + 30_000 },
    async () => {
      const url = await createPostgres();
      const desks = await Promise.all([openDesk(url), openDesk(url)]);
      const answers: { reference: string; refusals: number }[] = [];
      const end = performance.now() + lossesForMs;
      let cuts = 0;
      const cutting = (async () => {
        while (performance.now() < end) {
          const ended = await askPostgres(
            url,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
          );
          cuts += ended.length;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      })();
      await Promise.all(
        Array.from({ length: 16 }, async (_, visitor) => {
          for (let lead = 0; performance.now() < end; lead += 1) {
            const desk = desks[visitor % desks.length];
            if (desk) answers.push(await submitUntilTaken(desk, `visitor-${visitor}-lead-${lead}`));
          }
        }),
      );
      await cutting;
      const back = performance.now();
      answers.push(
        ...(await Promise.all(desks.map((desk, visitor) => submitUntilTaken(desk, `afterwards-${visitor}`)))),
      );
      expect(performance.now() - back).toBeLessThan(5000);

      const stored = await askPostgres<{ reference: string }>(url, "select reference from leads");
      const references = answers.map(({ reference }) => reference);
      expect(stored.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted());
      const refusals = answers.reduce((sum, answer) => sum + answer.refusals, 0);
      if (process.env["LIFTLINE_LOSSES_MS"])
        console.log(`${references.length} leads, ${cuts} connections cut, ${refusals} times told to come again`);
      expect(refusals).toBeGreaterThan(0);
    },
  );

  test("R15 of reliability.md §2: gives up a connection that has gone silent, and works on a new one", async () => {
    const wire = await createWire(await createPostgres());
    const desk = await openDesk(wire.url, 200);
    await desk.submit(desk.request());
    wire.silence();
    const lead = desk.request();
    const since = performance.now();
    await expect(desk.submit(lead, { key: "into-silence" })).rejects.toMatchObject(unavailable);
    await desk.submit(lead, { key: "into-silence" });
    expect(performance.now() - since).toBeLessThan(5000);
  });
});

/** A proxy before PostgreSQL that can leave all connections it has open, and never pass anything on again. */
async function createWire(url: string): Promise<{ url: string; silence(): void }> {
  const { port, hostname } = new URL(url);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on("error", () => undefined);
    sockets.push(near, far);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  opened.push({ close: () => [server, ...sockets].forEach((one) => ("destroy" in one ? one.destroy() : one.close())) });
  const through = new URL(url);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    silence() {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

describe("a D1 that is lost on the way", () => {
  test.each(["before", "after"] as const)(
    "R15 of reliability.md §2: %s it was applied: no lead is lost, none is doubled",
    async (moment) => {
      const wire = losing(await emptyD1(), moment);
      let desk: LeadDesk | undefined;
      const database = await openD1Database({ binding: wire.binding, clock: { now: () => desk?.clock.now() ?? 0 } });
      desk = await openLeadDesk({ database });
      wire.lose(0.4);
      const answers = [];
      for (let lead = 0; lead < 10; lead += 1) answers.push(await submitUntilTaken(desk, `lead-number-${lead}`));
      expect(answers.reduce((sum, { refusals }) => sum + refusals, 0)).toBeGreaterThan(5);
      for (let round = 0; round < 30; round += 1) {
        await deliverDue(desk).catch((error: unknown) => expect(error).toMatchObject(unavailable));
        desk.advance(61_000);
      }
      // Networks come back; by then some deliveries stand in the middle of something.
      wire.lose(0);
      for (let round = 0; round < 10; round += 1) {
        await deliverDue(desk);
        desk.advance(61_000);
      }
      const { build } = database;
      const stored = await database.run(build.selectFrom("leads").select("reference"));
      expect(stored.map(({ reference }) => reference).toSorted()).toEqual(
        answers.map(({ reference }) => reference).toSorted(),
      );
      const open = build.selectFrom("deliveries").select("state").where("channel", "=", "marketplace");
      const states = (await database.run(open)).map(({ state }) => state);
      expect(states.filter((state) => state !== "delivered" && state !== "enriched")).toEqual([]);
      expect(desk.ledger.leads.size).toBe(10);
    },
  );
});

/** D1 whose calls fail at times as a lost network does: before they got there, or after they had happened. */
function losing(binding: D1Binding, moment: "before" | "after"): { binding: D1Binding; lose(share: number): void } {
  const random = seededRandom(1);
  let share = 0;
  const inner = new WeakMap<D1Statement, D1Statement>();

  async function through<Result>(call: () => Promise<Result>): Promise<Result> {
    const lost = random() < share;
    if (lost && moment === "before") throw new Error("D1_ERROR: Network connection lost.");
    const result = await call();
    if (lost) throw new Error("D1_ERROR: Network connection lost.");
    return result;
  }

  function wrap(statement: D1Statement): D1Statement {
    const wrapped: D1Statement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: () => through(() => statement.all()),
    };
    inner.set(wrapped, statement);
    return wrapped;
  }

  return {
    binding: {
      prepare: (sql) => wrap(binding.prepare(sql)),
      batch: (statements) =>
        through(() => binding.batch(statements.map((statement) => inner.get(statement) ?? statement))),
    },
    lose: (part) => void (share = part),
  };
}

/** The same numbers in [0, 1) on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
