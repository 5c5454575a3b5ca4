import * as fc from "fast-check";
import type { AsyncCommand } from "fast-check";
import { beforeAll, afterAll, expect, test } from "vitest";
import type { LeadDesk } from "../lead-desk.ts";
import { createTeller, emptyTables, readTableNames, type Teller } from "./history.ts";
import { openDeskOn } from "./open-desk-on.ts";
import { databaseKinds } from "./open-test-database.ts";

/** How many sequences of about 40 steps; 1000 for the promise of R23. A failing run prints its seed and the shortest sequence. */
const sequences = Number(process.env["LIFTLINE_HISTORIES"] ?? 10);
/** At most; half of it on average. */
const steps = 82;

/** What must be so, whatever the database: a key stands for one request, a search for one lead. */
interface Model {
  now: number;
  /** By key: which request, and the answer it got. */
  answers: Map<string, { request: string; receipt: string }>;
  spent: Set<number>;
}

interface World {
  tellers: Teller[];
  /** Requests of this sequence, by search and message; made once, because seals differ each time. */
  requestOf(search: number, message: number): ReturnType<LeadDesk["request"]>;
  tripOf(message: number): ReturnType<LeadDesk["ask"]>;
}

type Step = AsyncCommand<Model, World>;

const sealsEndAfterMs = 30 * 60_000;

/** One step on every database; the answers must be the same. */
async function onEach({ tellers }: World, tell: (teller: Teller) => Promise<string>): Promise<string> {
  const answers = await Promise.all(tellers.map(tell));
  expect(answers, "SQLite, PostgreSQL, D1").toEqual(answers.map(() => answers[0]));
  return answers[0] ?? "";
}

function submit(search: number, message: number, key: string): Step {
  return {
    check: () => true,
    async run(model, world) {
      const request = `${search}/${message}`;
      const answer = await onEach(world, (teller) => teller.submit(world.requestOf(search, message), key));
      const known = model.answers.get(key);
      if (known?.request === request) return expect(answer).toBe(known.receipt);
      if (known) return expect(answer).toBe("refused: request.idempotency-key-reused");
      if (model.now >= sealsEndAfterMs) return expect(answer).toBe("refused: search.expired");
      if (model.spent.has(search)) return expect(answer).toBe("refused: search.spent");
      expect(answer).toContain("reference");
      model.answers.set(key, { request, receipt: answer });
      model.spent.add(search);
    },
    toString: () => `submit(search ${search}, message ${message}, ${key})`,
  };
}

function ask(message: number, key: string): Step {
  return {
    check: () => true,
    async run(model, world) {
      const request = `trip/${message}`;
      const answer = await onEach(world, (teller) => teller.submit(world.tripOf(message), key));
      const known = model.answers.get(key);
      if (known?.request === request) return expect(answer).toBe(known.receipt);
      if (known) return expect(answer).toBe("refused: request.idempotency-key-reused");
      expect(answer).toContain("reference");
      model.answers.set(key, { request, receipt: answer });
    },
    toString: () => `ask(message ${message}, ${key})`,
  };
}

function advance(ms: number): Step {
  return {
    check: () => true,
    async run(model, world) {
      model.now += ms;
      for (const teller of world.tellers) teller.advance(ms);
    },
    toString: () => `advance(${ms})`,
  };
}

function simply(name: string, tell: (teller: Teller) => Promise<string>): Step {
  return {
    check: () => true,
    run: async (_model, world) => void (await onEach(world, tell)),
    toString: () => name,
  };
}

const which = fc.nat({ max: 9 });
const anyStep: fc.Arbitrary<Step>[] = [
  fc
    .tuple(fc.nat({ max: 3 }), fc.nat({ max: 1 }), fc.nat({ max: 4 }))
    .map(([search, message, key]) => submit(search, message, `the-key-${key}`)),
  fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 4 })).map(([message, key]) => ask(message, `the-key-${key}`)),
  fc.constantFrom(1, 1000, 5000, 30_000, 59_999, 60_000, 60_001, 600_000, 3_600_000).map(advance),
  fc.constant(simply("claim", (teller) => teller.claim())),
  which.map((index) => simply(`openAttempt(${index})`, (teller) => teller.openAttempt(index))),
  fc
    .tuple(which, fc.constantFrom("delivered", "deferred", "manual"))
    .map(([index, how]) => simply(`settle(${index}, ${how})`, (teller) => teller.settle(index, how))),
  fc
    .constantFrom("taken", "ambiguous", "unavailable", "limited", "credentials", "invalid", "conflict", "unsent")
    .map((answer) => simply(`deliver(${answer})`, (teller) => teller.deliver(answer))),
];

const desks: LeadDesk[] = [];
let tables: string[] = [];
beforeAll(async () => {
  for (const kind of databaseKinds) desks.push(await openDeskOn(kind));
  const [sqlite] = desks;
  if (sqlite) tables = await readTableNames(sqlite);
});
afterAll(async () => {
  for (const desk of desks) await desk.database.close();
});

async function checkEnd({ answers, spent }: Model, { tellers }: World): Promise<void> {
  const [first, ...others] = await Promise.all(tellers.map((teller) => teller.tables(tables)));
  for (const other of others) expect(other).toEqual(first);
  // Conservation (I1): what was acknowledged is there, once, and nothing else.
  expect(first?.["leads"]).toHaveLength(answers.size);
  expect(first?.["search_claims"]).toHaveLength(spent.size);
  for (const { receipt } of answers.values()) {
    const reference = receipt.slice(receipt.indexOf("LL-"), receipt.indexOf("LL-") + 9);
    expect(first?.["leads"]?.filter((row) => String(row).includes(reference))).toHaveLength(1);
  }
}

test(
  "R19, R20: whatever happens, the three databases tell the same history",
  { timeout: 60_000 + sequences * 10_000 },
  async () => {
    let ran = 0;
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(anyStep, { maxCommands: steps, size: "max" }), async (commands) => {
        await Promise.all(desks.map((desk) => emptyTables(desk, tables)));
        const world = createWorld();
        const model: Model = { now: 0, answers: new Map(), spent: new Set() };
        await fc.asyncModelRun(() => ({ model, real: world }), commands);
        await checkEnd(model, world);
        ran += 1;
        told += [...commands].length;
      }),
      { numRuns: sequences, endOnFailure: sequences < 100 },
    );
    if (process.env["LIFTLINE_HISTORIES"])
      console.log(`${ran} sequences, ${told} steps on each of ${desks.length} databases`);
  },
);

/** Desks that begin at the same time, whatever the sequence before has done. */
function createWorld(): World {
  const [sealer] = desks;
  if (!sealer) throw new Error("there are desks");
  const requests = new Map<string, ReturnType<LeadDesk["request"]>>();
  const ids = Array.from({ length: 4 }, () => `asearch-${crypto.randomUUID()}`);
  for (const desk of desks) {
    desk.ledger.leads.clear();
    desk.ledger.calls.length = 0;
  }
  for (const search of ids.keys()) {
    for (const message of [0, 1]) {
      const request = sealer.request({
        searchId: ids[search] ?? "",
        choose: [message, 2],
        message: `message ${message}`,
      });
      requests.set(`${search}/${message}`, request);
    }
  }
  return {
    tellers: desks.map(createTeller),
    tripOf: (message) => sealer.ask({ message: `message ${message}` }),
    requestOf(search, message) {
      const request = requests.get(`${search}/${message}`);
      if (!request) throw new Error("every request is made before");
      return request;
    },
  };
}
