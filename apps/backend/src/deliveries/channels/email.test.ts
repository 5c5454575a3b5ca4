import { BrokerSettings } from "@liftline/schema";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { claimedDelivery, testBroker } from "../../../test/channel-parts.ts";
import { sampleAsked, sampleLead } from "../../../test/lead-content-sample.ts";
import { readCalendar } from "../../../test/read-calendar.ts";
import { startMailServer, type MailServer } from "../../../test/mail-server.ts";
import type { Broker } from "../../brokers/broker.ts";
import { createEmailChannels, type EmailChannelName } from "./email.ts";
import type { LeadContent } from "./lead-content.ts";
import { frozenBodies } from "./frozen-bodies.ts";
import { createMailer } from "./mail/mailer.ts";
import { SmtpConfig } from "./mail/smtp-config.ts";

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
afterEach(() => void (server.received.length = 0));

const settings = BrokerSettings.parse({ contact: { email: "fly@demo-charter.example" } });
const broker = testBroker({ notify: { email: "leads@demo-charter.example" }, settings });

function send(channel: EmailChannelName, by: { body?: string; broker?: Broker } = {}) {
  const channels = createEmailChannels(
    createMailer(SmtpConfig.parse({ url: server.url, from: "Liftline <no-reply@liftline.example>" })),
  );
  const to = by.broker ?? broker;
  const body = by.body ?? frozenBodies(sampleLead(), { broker: to, canMail: true }).get(channel) ?? "";
  return channels[channel].send(claimedDelivery({ channel, body }), { broker: to, signal: AbortSignal.timeout(5_000) });
}

describe("the confirmation", () => {
  test("goes to the end-client in the broker's name, and an answer to it to the broker", async () => {
    expect(await send("email-client")).toEqual({ state: "delivered", reason: null });
    expect(server.received).toMatchObject([
      {
        to: ["jo@example.com"],
        mail: {
          from: { name: "Demo Charter", address: "no-reply@liftline.example" },
          replyTo: [{ name: "Demo Charter", address: "fly@demo-charter.example" }],
          subject: "Demo Charter: Your request LL-7K3F9Q",
          messageId: "<delivery_7@liftline.example>",
        },
      },
    ]);
    expect(server.received[0]?.mail.html).toContain("€143,000");
    expect(server.received[0]?.mail.text).toContain("€143,000");
  });

  test("carries no calendar where the broker wants none", async () => {
    const quiet = BrokerSettings.parse({ ...settings, features: { calendar: false } });
    await send("email-client", { broker: { ...broker, settings: quiet } });
    expect(server.received[0]?.mail.attachments).toEqual([]);
  });

  test("carries the flights for a calendar, the same on every try, and none for an empty leg", async () => {
    await send("email-client");
    await send("email-client");
    const [first, second] = server.received.map(({ mail }) => mail.attachments);
    expect(first).toMatchObject([{ filename: "flight.ics", mimeType: "text/calendar" }]);
    expect(first).toEqual(second);
    // The mail's reader gives line ends of its own.
    const text = new TextDecoder().decode(first?.[0]?.content as ArrayBuffer).replaceAll(/\r?\n/g, "\r\n");
    const events = readCalendar(text);
    expect(events).toHaveLength(sampleLead().options[0]?.shown.legs.length ?? 0);
    expect(events[0]).toMatchObject({ STATUS: "TENTATIVE", DESCRIPTION: expect.stringContaining("LL-7K3F9Q") });

    const lead = sampleLead();
    const options = lead.options.map((option) => ({
      ...option,
      shown: { ...option.shown, kind: "empty-leg" as const },
    }));
    const body = frozenBodies({ ...lead, options }, { broker, canMail: true }).get("email-client") ?? "";
    await send("email-client", { body });
    expect(server.received[2]?.mail.attachments).toEqual([]);
  });

  test("of a request without options carries whole days for a calendar, where both places are known", async () => {
    const [out, back] = sampleAsked().asked ?? [];
    if (!out || !back) throw new Error("there are two legs");
    const known = {
      ...out,
      to: { airport: { ...("airport" in out.from ? out.from.airport : never()), code: "EGLF" } },
    };
    const bodyOf = (asked: LeadContent["asked"]) =>
      frozenBodies({ ...sampleAsked(), asked }, { broker, canMail: true }).get("email-client") ?? "";
    await send("email-client", { body: bodyOf([known, back]) });
    const [calendar] = server.received[0]?.mail.attachments ?? [];
    const text = new TextDecoder().decode(calendar?.content as ArrayBuffer).replaceAll(/\r?\n/g, "\r\n");
    const events = readCalendar(text);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ "DTSTART;VALUE=DATE": "20261213", STATUS: "TENTATIVE" });
    expect(text).not.toMatch(/Ascot|ZZ42/);

    await send("email-client", { body: bodyOf([out, back]) });
    expect(server.received[1]?.mail.attachments).toEqual([]);
  });

  test("is whole in Arabic", async () => {
    const body = frozenBodies(sampleLead({ locale: "ar" }), { broker, canMail: true }).get("email-client") ?? "";
    await send("email-client", { body });
    expect(server.received[0]?.mail.html).toContain("شكرًا لك، وصلنا طلبك");
    expect(server.received[0]?.mail.subject).toContain("طلبك");
  });
});

function never(): never {
  throw new Error("it is an airport");
}

describe("the broker's mail", () => {
  test("goes where requests are told of, and an answer to it to the end-client", async () => {
    expect(await send("email-broker")).toEqual({ state: "delivered", reason: null });
    expect(server.received).toMatchObject([
      {
        to: ["leads@demo-charter.example"],
        mail: {
          from: { name: "Liftline", address: "no-reply@liftline.example" },
          replyTo: [{ name: "Jo Smith", address: "jo@example.com" }],
        },
      },
    ]);
  });

  test("goes where the configuration says now, not where it said when the request came", async () => {
    const body = frozenBodies(sampleLead(), { broker, canMail: true }).get("email-broker") ?? "";
    await send("email-broker", { body, broker: { ...broker, notify: { email: "new@demo-charter.example" } } });
    expect(server.received[0]?.to).toEqual(["new@demo-charter.example"]);
    expect(await send("email-broker", { body, broker: testBroker({}) })).toEqual({
      state: "manual",
      reason: "notify-unset",
    });
  });

  test("tells of a request that does not get through", async () => {
    const alert = {
      reference: "LL-7K3F9Q",
      receivedAt: "2026-12-01T10:00:00.000Z",
      channel: "marketplace",
      reason: null,
      isRetried: true,
    };
    await send("email-broker-alert", { body: JSON.stringify(alert) });
    expect(server.received).toMatchObject([
      { to: ["leads@demo-charter.example"], mail: { subject: "Request LL-7K3F9Q has not reached the marketplace" } },
    ]);
  });
});

describe("what is stored with a lead for its channels", () => {
  const names = (changes: Partial<Broker>, lead = sampleLead(), canMail = true) => [
    ...frozenBodies(lead, { broker: testBroker(changes), canMail }).keys(),
  ];
  const notify = { email: "leads@demo-charter.example" };
  const client = { push: () => Promise.reject(new Error("not now")) };

  test("is a mail each to the end-client and the broker, and an event for each of the broker's systems", () => {
    expect(names({ notify, crm: [client, client] })).toEqual(["email-client", "email-broker", "crm:0", "crm:1"]);
  });

  test("is no confirmation where the broker wishes none, or where there is no address", () => {
    expect(names({ notify, settings: BrokerSettings.parse({ confirmationMail: false }) })).toEqual(["email-broker"]);
    const lead = sampleLead();
    expect(names({ notify }, { ...lead, contact: { ...lead.contact, email: null } })).toEqual(["email-broker"]);
  });

  test("is no mail where the host has no mail server, and nothing where nothing is configured", () => {
    expect(names({ notify, crm: [client] }, sampleLead(), false)).toEqual(["crm:0"]);
    expect(names({}, sampleLead(), false)).toEqual([]);
  });
});
