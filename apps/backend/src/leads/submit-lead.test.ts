import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import SqliteDatabase from "better-sqlite3";
import { CompiledQuery } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import type { Database } from "../database/database.ts";
import type { Tables } from "../database/tables.ts";
import { openLeadDesk, testOptions, type LeadDesk } from "../../test/lead-desk.ts";
import { deliverDue } from "../deliveries/deliver-due.ts";

const folder = mkdtempSync(join(tmpdir(), "liftline-leads-"));
const desks: LeadDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openDesk(options: Parameters<typeof openLeadDesk>[0] = {}): Promise<LeadDesk> {
  const desk = await openLeadDesk(options);
  desks.push(desk);
  return desk;
}

function rows<Table extends keyof Tables>(database: Database, table: Table): Promise<Tables[Table][]> {
  return database.run<Tables[Table]>({ compile: () => CompiledQuery.raw(`select * from ${table}`) });
}

async function count(database: Database): Promise<Record<string, number>> {
  const tables = ["leads", "lead_contacts", "lead_options", "lead_keys", "search_claims", "deliveries"] as const;
  const found = await Promise.all(tables.map(async (table) => [table, (await rows(database, table)).length] as const));
  return Object.fromEntries(found);
}

const one = { leads: 1, lead_contacts: 1, lead_options: 1, lead_keys: 1, search_claims: 1, deliveries: 1 };
const none = { leads: 0, lead_contacts: 0, lead_options: 0, lead_keys: 0, search_claims: 0, deliveries: 0 };

describe("a booking request", () => {
  test("is stored whole and answered with a reference, and the worker is woken", async () => {
    const desk = await openDesk();
    const receipt = await desk.submit(desk.request());
    expect(receipt).toEqual({
      reference: expect.stringMatching(/^LL-[0-9A-HJKMNP-TV-Z]{6}$/),
      receivedAt: "2026-12-01T10:00:00.000Z",
    });
    expect(await count(desk.database)).toEqual(one);
    expect(desk.wakes()).toBe(1);
    expect(desk.ledger.calls).toEqual([]);
  });

  test("R20: fifty of the same at once are one lead with one identifier and fifty equal answers", async () => {
    const desk = await openDesk();
    const lead = desk.request();
    const key = "the-same-key";
    const receipts = await Promise.all(Array.from({ length: 50 }, () => desk.submit(lead, { key })));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await count(desk.database)).toEqual(one);
    await deliverDue(desk);
    expect(desk.ledger.calls).toHaveLength(1);
  });

  test("gets the same answer for the same key after its tokens have ended", async () => {
    const desk = await openDesk();
    const lead = desk.request();
    const key = "asked-twice";
    const first = await desk.submit(lead, { key });
    desk.advance(24 * 3_600_000);
    expect(await desk.submit(lead, { key })).toEqual(first);
  });

  test("is recognised after the secrets were rotated", async () => {
    const [older, newer] = [
      "an older secret of 32 characters at least",
      "a newer secret of 32 characters at least",
    ] as const;
    const desk = await openDesk({ secrets: [older] });
    const lead = desk.request();
    const first = await desk.submit(lead, { key: "before-rotation" });
    const rotated = await openLeadDesk({ secrets: [newer, older], database: desk.database });
    expect(await rotated.submit(lead, { key: "before-rotation" })).toEqual(first);
    await expect(rotated.submit(lead, { key: "after-rotation" })).rejects.toMatchObject({ code: "search.spent" });
  });

  test("is refused where its key came with another body before", async () => {
    const desk = await openDesk();
    const lead = desk.request();
    await desk.submit(lead, { key: "reused-key" });
    const other = { ...lead, message: "something else" };
    await expect(desk.submit(other, { key: "reused-key" })).rejects.toMatchObject({
      code: "request.idempotency-key-reused",
    });
    expect(await count(desk.database)).toEqual(one);
  });

  test("R19: a second one from the same search is refused, one by one and at once", async () => {
    const desk = await openDesk();
    const searchId = "asearch-shared";
    await desk.submit(desk.request({ searchId }));
    await expect(desk.submit(desk.request({ searchId, choose: [1] }))).rejects.toMatchObject({ code: "search.spent" });

    const at = await openDesk();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => at.submit(at.request({ searchId }))));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await count(at.database)).toEqual(one);
  });

  test("draws another reference where the first is taken", async () => {
    const desk = await openDesk();
    let draws = 0;
    // The first bytes of six are a reference: the same one twice, then another.
    const bytes = (length: number) =>
      length === 6 ? new Uint8Array(6).fill(draws++ < 2 ? 1 : 2) : crypto.getRandomValues(new Uint8Array(length));
    desk.randomness.bytes = bytes;
    const first = await desk.submit(desk.request());
    const second = await desk.submit(desk.request());
    expect([first.reference, second.reference]).toEqual(["LL-111111", "LL-222222"]);
  });
});

describe("a choice", () => {
  test("of a tampered option is refused and stores nothing", async () => {
    const desk = await openDesk();
    const lead = desk.request({ choose: [0, 1] });
    const [first] = lead.options;
    if (!first?.price) throw new Error("the first option has a price");
    const cheaper = { ...first, price: { ...first.price, amount: 1 } };
    await expect(desk.submit({ ...lead, options: [cheaper] })).rejects.toMatchObject({ code: "option.unavailable" });
    expect(await count(desk.database)).toEqual(none);
  });

  test("of an option from another search, or of another broker, is refused", async () => {
    const desk = await openDesk();
    const foreign = { ...desk.broker, id: "other" };
    const mixed = { ...desk.request(), options: desk.request({ choose: [1] }).options };
    await expect(desk.submit(mixed)).rejects.toMatchObject({ code: "option.unavailable" });
    await expect(desk.submit(desk.request({ sealedFor: foreign }))).rejects.toMatchObject({
      code: "option.unavailable",
    });
    await expect(desk.submit(desk.request(), { broker: foreign })).rejects.toMatchObject({
      code: "option.unavailable",
    });
    const live = { ...desk.broker, environment: "live" as const };
    await expect(desk.submit(desk.request(), { broker: live })).rejects.toMatchObject({ code: "option.unavailable" });
    expect(await count(desk.database)).toEqual(none);
  });

  test("that came too late is told to search again", async () => {
    const desk = await openDesk();
    const lead = desk.request();
    desk.advance(31 * 60_000);
    await expect(desk.submit(lead)).rejects.toMatchObject({ code: "search.expired" });
  });

  test("made twice names the second", async () => {
    const desk = await openDesk();
    const twice = { code: "request.invalid", fields: [{ path: "options.1", message: "is chosen twice" }] };
    await expect(desk.submit(desk.request({ choose: [0, 0] }))).rejects.toMatchObject(twice);
    await expect(desk.submit(desk.request({ choose: [2, 2] }))).rejects.toMatchObject(twice);
  });

  test("R22: of an option whose price the broker hides still carries the price to the marketplace", async () => {
    const desk = await openDesk();
    await desk.submit(desk.request({ choose: [4] }));
    await deliverDue(desk);
    expect(desk.ledger.calls[0]).toMatchObject({ inquiryLift: [{ priceExpectation: 55_555 }], leadCurrency: "EUR" });
    const [option] = await rows(desk.database, "lead_options");
    expect(JSON.parse(option?.price ?? "")).toMatchObject({ amount: 55_555 });
    expect(option?.option).not.toContain("55555");
  });

  test("R2: what was not chosen leaves no trace in the database file or its log", async () => {
    const desk = await openDesk({ url: `file:${join(folder, "traces.db")}` });
    const lead = desk.request({ choose: [0], searchId: "asearch-kept" });
    await desk.submit(lead);
    await deliverDue(desk);
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join("\n");
    expect(bytes).toContain("asearchhit-CANARY-0");
    expect(bytes).not.toContain("CANARY-1");
    for (const { option } of testOptions.slice(1)) {
      if (option.type) expect(bytes).not.toContain(option.type);
      if (option.price) expect(bytes).not.toContain(String(option.price.amount));
    }
    expect(bytes).not.toContain(lead.search.slice(0, 40));
    expect(JSON.stringify(desk.logged)).not.toMatch(/CANARY|asearch|Jo Smith|jo@/);
  });
});

function refusal(path: string) {
  return { code: "request.invalid", fields: [{ path, message: expect.any(String) }] };
}

describe("consent", () => {
  const privacyPolicy = "https://www.demo-charter.example/privacy";
  const acceptedAt = "2026-12-01T09:59:00Z";

  test("is needed where the broker has a privacy policy, to that policy", async () => {
    const desk = await openDesk({ settings: { privacyPolicy } });
    await expect(desk.submit(desk.request())).rejects.toMatchObject(refusal("consent"));
    const other = { privacyPolicy: `${privacyPolicy}/old`, acceptedAt };
    await expect(desk.submit(desk.request({ consent: other }))).rejects.toMatchObject(refusal("consent.privacyPolicy"));
    expect(await count(desk.database)).toEqual(none);
  });

  test("is kept as evidence: which words, when by both clocks, where, in which language", async () => {
    const desk = await openDesk({ settings: { privacyPolicy } });
    const words = { textHash: "a1".repeat(32), version: "2026-11" };
    await desk.submit(desk.request({ consent: { privacyPolicy, acceptedAt, ...words }, locale: "de-CH" }));
    expect(await rows(desk.database, "lead_consents")).toEqual([
      {
        lead_id: expect.stringMatching(/^lead_/),
        privacy_policy: privacyPolicy,
        text_hash: words.textHash,
        version: words.version,
        accepted_at: acceptedAt,
        recorded_at: "2026-12-01T10:00:00.000Z",
        origin: "https://www.demo-charter.example",
        locale: "de-CH",
      },
    ]);
  });
});

describe("what a visitor writes", () => {
  const texts = [
    `"quoted" and 'single'`,
    "back\\slash \\n not a line break",
    "two\nlines\r\nand three",
    "<img src=x onerror=alert(1)><!-- -->",
    "'); drop table leads; --",
    "עברית 123 עם أحمد \u202Eabc\u202C",
    "👩‍👩‍👧‍👦 naïve – “quotes” 日本語",
    "{{template}} ${x} %s %00",
  ];

  test.each(texts)("R9: is stored and sent unharmed: %j", async (text) => {
    const desk = await openDesk();
    const name = text.replaceAll(/\s/g, " ");
    await desk.submit(desk.request({ message: text, contact: { name, email: "jo@example.com" } }));
    await deliverDue(desk);
    const meant = text.replaceAll("\r\n", "\n");
    const [lead] = await rows(desk.database, "leads");
    const [contact] = await rows(desk.database, "lead_contacts");
    expect([lead?.message, contact?.name]).toEqual([meant, name.trim()]);
    expect(desk.ledger.calls[0]).toMatchObject({ leadMessage: meant, leadContactInfo: { name: name.trim() } });
  });

  test("R9: loses only what cannot be written down", async () => {
    const desk = await openDesk();
    await desk.submit(desk.request({ message: "a\0b\u001bc\ud800d\re" }));
    const [lead] = await rows(desk.database, "leads");
    expect(lead?.message).toBe("abc\ufffdd\ne");
  });
});

describe("storage that fails", () => {
  test("never acknowledges: locked is 503, and the same request goes through afterwards", async () => {
    const path = join(folder, "locked.db");
    const desk = await openDesk({ url: `file:${path}` });
    const other = new SqliteDatabase(path);
    other.exec("begin immediate");
    const lead = desk.request();
    const locked = { code: "storage.unavailable", retryAfterSeconds: 5 };
    await expect(desk.submit(lead, { key: "try-again" })).rejects.toMatchObject(locked);
    expect(desk.wakes()).toBe(0);
    other.exec("rollback");
    other.close();
    await desk.submit(lead, { key: "try-again" });
    expect(await count(desk.database)).toEqual(one);
  });

  test("stores all of a lead or none of it when the disk fills up in between", async () => {
    const desk = await openDesk();
    const [size] = await desk.database.run<{ page_count: number }>({
      compile: () => CompiledQuery.raw("pragma page_count"),
    });
    await desk.database.run({
      compile: () => CompiledQuery.raw(`pragma max_page_count = ${(size?.page_count ?? 0) + 1}`),
    });
    const long = desk.request({ message: "x".repeat(4000), choose: [0, 1, 2] });
    await expect(desk.submit(long)).rejects.toMatchObject({ code: "storage.unavailable" });
    expect(await count(desk.database)).toEqual(none);
  });
});

test("R20: the frozen body is what is sent, word for word", async () => {
  const desk = await openDesk();
  await desk.submit(desk.request({ searchId: "asearch-frozen" }));
  const [delivery] = await rows(desk.database, "deliveries");
  const body: AvinodeLeadRequest = JSON.parse(delivery?.body ?? "");
  expect(delivery).toMatchObject({ state: "accepted", channel: "marketplace", attempts: 0 });
  await deliverDue(desk);
  expect(desk.ledger.calls).toEqual([body]);
});
