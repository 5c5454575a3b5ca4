import { BrokerSettings } from "@liftline/schema";
import { expect, test } from "vitest";
import { createTestApp } from "../../test/harness.ts";
import type { MarkedLead } from "./erasures.store.ts";
import { retainLeads } from "./retain-leads.ts";

const portion = 50;

/** A broker with so many leads that were kept long enough; `stuck` of them are being sent. */
async function openSubject({ due, stuck = 0 }: { due: number; stuck?: number }) {
  const { dependencies } = await createTestApp({});
  const marked: MarkedLead[] = [];
  const calls = { erased: 0, forgotten: 0 };
  const subject = {
    ...dependencies,
    brokers: { all: dependencies.brokers.all.slice(0, 1).map((broker) => ({ ...broker, settings })) },
    database: { clock: dependencies.clock, forget: async () => void (calls.forgotten += 1) },
    erasures: {
      ...dependencies.erasures,
      async markFinished({ brokerId, environment }: { brokerId: string; environment: string }) {
        const count = Math.min(portion, due - marked.length);
        const told: string[] = [];
        for (let index = 0; index < count; index += 1) {
          const name = `${marked.length}`;
          marked.push({ id: name, reference: name, brokerId, environment, erasedAt: null, told });
        }
        return count;
      },
      // What was erased lately is listed too, what was not comes first.
      listMarked: async () =>
        marked
          .toSorted((one, other) => Number(one.erasedAt !== null) - Number(other.erasedAt !== null))
          .slice(0, 10 * portion)
          .map((lead) => ({ ...lead })),
      async erase(id: string) {
        calls.erased += 1;
        const lead = marked[Number(id)];
        if (lead && Number(id) >= stuck) lead.erasedAt = "2026-12-01T10:00:00.000Z";
        return Number(id) >= stuck;
      },
    },
  };
  return { subject, calls, left: () => marked.filter(({ erasedAt }) => erasedAt === null).length };
}

const settings = BrokerSettings.parse({});

test("thousands that are due go in one look, and the file is written anew once", async () => {
  const { subject, calls, left } = await openSubject({ due: 2000 });
  await retainLeads(subject);
  expect([left(), calls.forgotten]).toEqual([0, 1]);
  // Each once, and what was erased lately once more at most.
  expect(calls.erased).toBeLessThanOrEqual(2000 + 10 * portion);
});

test("those that are being sent hold up nobody else", async () => {
  const { subject, calls, left } = await openSubject({ due: 700, stuck: 100 });
  await retainLeads(subject);
  expect([left(), calls.forgotten]).toEqual([100, 1]);
});
