import { createClient, type Client } from "@liftline/api-client";
import { createMarketplace } from "@liftline/sandbox";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../src/clock.ts";
import { deliverDue } from "../src/deliveries/deliver-due.ts";
import { startCrmServer, type CrmServer } from "./crm-server.ts";
import { createTestApp, demoEmbedKey, testBroker, type TestApp } from "./harness.ts";
import { startMailServer, type MailServer } from "./mail-server.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const visitor = { name: "Canary Nightingale", email: "canary@visitor.example", phone: "+44 20 7946 0018" };

let mail: MailServer;
let crm: CrmServer;
let backend: TestApp;

beforeEach(async () => {
  [mail, crm] = await Promise.all([startMailServer(), startCrmServer()]);
  const broker = {
    ...testBroker,
    notify: { email: "leads@demo-charter.example" },
    crm: [{ url: crm.url("crm.example"), secret }],
  };
  backend = await createTestApp({
    config: { brokers: [broker], smtp: { url: mail.url, from: "Liftline <no-reply@liftline.example>" } },
    marketplace: createMarketplace({ clock: systemClock, rate: null }),
    // Signatures carry the time: the receiver's library compares it with its own.
    overrides: { pushFetch: crm.fetch(), clock: systemClock },
  });
});

afterEach(async () => {
  await backend.dependencies.close();
  await Promise.all([mail.close(), crm.close()]);
});

function client(): Client {
  return createClient({ baseUrl: "", embedKey: demoEmbedKey, fetch: (url, init) => backend.request(url, init) });
}

async function submit(): Promise<{ reference: string; price: number }> {
  const date = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const found = await client().searchOptions({
    legs: [{ from: "EGGW", to: "KTEB", date, time: "11:00", passengers: 7 }],
  });
  const option = found.options[0]!;
  const request = {
    search: found.search,
    options: [option],
    contact: visitor,
    message: "canary message",
    locale: "en-GB",
  };
  const { reference } = await client().submitLead(request, { idempotencyKey: "key-0001" });
  return { reference, price: option.price?.amount ?? 0 };
}

const states = async () => {
  const { database } = backend.dependencies;
  const rows = await database.run(
    database.build.selectFrom("deliveries").select(["channel", "state"]).orderBy("channel"),
  );
  return Object.fromEntries(rows.map(({ channel, state }) => [channel, state]));
};

describe("a request", () => {
  test("reaches marketplace, end-client, broker and CRM, once each", async () => {
    const { reference, price } = await submit();
    await deliverDue(backend.dependencies);
    await deliverDue(backend.dependencies);

    const shown = new Intl.NumberFormat("en-GB").format(price);
    const mailTo = (address: string) => mail.received.filter(({ to }) => to.includes(address));
    expect(mail.received).toHaveLength(2);
    for (const address of [visitor.email, "leads@demo-charter.example"]) {
      const [received] = mailTo(address);
      expect(received?.mail.text).toContain(reference);
      expect(received?.mail.text).toContain(shown);
      expect(received?.mail.html).toContain(shown);
    }
    expect(crm.seen).toHaveLength(1);
    expect(new Webhook(secret).verify(crm.seen[0]!.body, crm.seen[0]!.headers)).toMatchObject({
      type: "lead.created",
      data: { reference, contact: { email: visitor.email } },
    });
    expect(await states()).toMatchObject({
      "email-client": "delivered",
      "email-broker": "delivered",
      "crm:0": "delivered",
    });
  });

  test("without options reaches end-client, broker and CRM, once each, and the marketplace not at all", async () => {
    const words = '<img src=x onerror="alert(1)">Ascot';
    const date = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    const leg = { from: { code: "EGGW" }, to: { words }, date, time: "11:00", passengers: 3 };
    const request = { trip: { legs: [leg] }, contact: visitor, locale: "en-GB" };
    const { reference } = await client().submitLead(request, { idempotencyKey: "key-0001" });
    await client().submitLead(request, { idempotencyKey: "key-0001" });
    await deliverDue(backend.dependencies);
    await deliverDue(backend.dependencies);

    expect(await states()).toEqual({ "email-client": "delivered", "email-broker": "delivered", "crm:0": "delivered" });
    expect(backend.marketplace.ledger.leads()).toEqual([]);
    expect(mail.received.map(({ to }) => to).toSorted()).toEqual([[visitor.email], ["leads@demo-charter.example"]]);
    for (const { to, mail: received } of mail.received) {
      expect(received.text).toContain(reference);
      expect(received.html).toContain("departure at 11:00");
      expect(received.html).not.toContain("<img");
      expect(received.text?.includes(`“${words}” (the client’s words)`)).toBe(!to.includes(visitor.email));
    }
    expect(new Webhook(secret).verify(crm.seen[0]!.body, crm.seen[0]!.headers)).toMatchObject({
      type: "lead.created",
      data: { reference, options: [], trip: { legs: [{ from: "EGGW", to: null, toWords: words, time: "11:00" }] } },
    });
  });

  test("R3: R6: R21: no mail and no push says an id of the marketplace or who flies", async () => {
    await submit();
    await deliverDue(backend.dependencies);
    const [lead] = backend.marketplace.ledger.leads();
    const told = [
      ...mail.received.map(({ mail: { html, text } }) => `${html}${text}`),
      ...crm.seen.map(({ body }) => body),
    ].join();
    expect(lead?.sellerQuoteIds.length).toBeGreaterThan(0);
    for (const id of [lead!.searchId, ...lead!.sellerQuoteIds]) expect(told).not.toContain(id);
    expect(told).not.toMatch(/asearch|alead-|acomp-/);
    const { database } = backend.dependencies;
    const rows = await database.run(
      database.build.selectFrom("deliveries").select("sellers").where("sellers", "is not", null),
    );
    const names = rows.flatMap(({ sellers }) =>
      [...(sellers ?? "").matchAll(/"displayName":"([^"]+)"/g)].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(told).not.toContain(name);
  });

  test("R8: leaves nobody's name, address or words in the log, nor a secret, whatever the other ends say", async () => {
    crm.answer = (_request, response) => void response.writeHead(401).end(`who is ${visitor.name}`);
    await mail.close();
    await submit();
    await deliverDue(backend.dependencies);
    expect(await states()).toMatchObject({
      "email-client": "deferred",
      "email-broker": "deferred",
      "crm:0": "blocked_creds",
    });
    expect(JSON.stringify(backend.logLines)).not.toMatch(/canary|nightingale|7946|whsec|example/i);
    mail = await startMailServer();
  });
});
