import { BrokerSettings, type Airport } from "@liftline/schema";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { payloads } from "@liftline/vitest-config/payloads";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LeadContent } from "../../../apps/backend/src/deliveries/channels/lead-content.ts";
import { renderAlert } from "../../../apps/backend/src/deliveries/channels/mail/alert-mail.tsx";
import {
  renderConfirmation,
  type Sender,
} from "../../../apps/backend/src/deliveries/channels/mail/confirmation-mail.tsx";
import type { ConfirmationContent } from "../../../apps/backend/src/deliveries/channels/mail/confirmation-content.ts";
import { renderIdle } from "../../../apps/backend/src/deliveries/channels/mail/idle-mail.tsx";
import { renderRequest } from "../../../apps/backend/src/deliveries/channels/mail/request-mail.tsx";
import { sampleLead, sampleLegs, sampleOption } from "../../../apps/backend/test/lead-content-sample.ts";
import { parsePages, type ParsedPage } from "./parse-pages.ts";

type Options = LeadContent["options"];

/** Longer than what a mail cuts off the front of a time. */
const harmless = "a word that does no harm";
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
});

afterAll(() => browser?.close());

// Past the schemas, which refuse many of them: what is drawn has to hold by itself.
test.each([
  ["the request, of one trip", (text: string) => request(text, { options: oneTrip(text) }), 20],
  ["the request, of several trips", (text: string) => request(text, { options: severalTrips(text) }), 20],
  ["the request without options", (text: string) => request(text, { asked: askedLegs(text), options: [] }), 20],
  ["the confirmation, of one trip", (text: string) => confirmation(text, { options: oneTrip(text) }), 20],
  ["the confirmation, of several trips", (text: string) => confirmation(text, { options: severalTrips(text) }), 20],
  ["the confirmation without options", (text: string) => confirmation(text, { asked: askedLegs(text) }), 10],
  ["the alert", (text: string) => alert(text), 2],
  ["the warning of an idle connection", (text: string) => idle(text), 1],
])("400 payloads in every text of %s: no element, attribute or address of theirs", async (_mail, write, places) => {
  const [calm, ...found] = await parsePages(browser, [harmless, ...payloads].map(write));
  if (!calm) throw new Error("there is one");
  expect(calm.shape.length).toBeGreaterThan(20);
  expect(timesIn(calm, harmless)).toBeGreaterThanOrEqual(places);
  expect(found).toHaveLength(400);
  for (const [index, page] of found.entries()) {
    const text = payloads[index] ?? "";
    expect({ text, shape: page.shape }).toEqual({ text, shape: calm.shape });
    expect({ text, strange: strangeIn(page) }).toEqual({ text, strange: [] });
    expect({ text, times: timesIn(page, text) }).toEqual({ text, times: timesIn(calm, harmless) });
  }
});

/** Handlers, and addresses that lead elsewhere than to the policy, a mailbox or a phone. */
function strangeIn({ shape, addresses }: ParsedPage): string[] {
  const handlers = shape.filter((element) => / on/i.test(element));
  return [
    ...handlers,
    ...addresses.filter((address) => !/^(https:\/\/broker\.example\/\?|mailto:|tel:[+\d]*$)/.test(address)),
  ];
}

/** How often a text stands in a page as it was written, but for what HTML cannot hold and the signs that turn a line. */
function timesIn({ words }: ParsedPage, text: string): number {
  return plain(words).split(plain(text)).length - 1;
}

function plain(text: string): string {
  return text.replaceAll(/[\0\u202a-\u202e\u2066-\u2069]/g, "");
}

function request(text: string, wish: Partial<LeadContent>): string {
  const lead = sampleLead({
    reference: text,
    receivedAt: text,
    locale: text,
    contact: { name: text, email: text, phone: text, title: text, company: text },
    message: text,
    needs: { pets: 2, luggage: text },
    consent: { privacyPolicy: text, acceptedAt: text },
    campaign: { [text]: text },
    trip: { legs: [{ passengers: 7 }, { passengers: 7 }], categories: [text, text], maxFuelStops: 0 },
    currency: text,
    ...wish,
  });
  return renderRequest(lead, { name: text }).html;
}

function confirmation(text: string, { asked, options = [] }: Partial<Pick<LeadContent, "asked" | "options">>): string {
  const content: ConfirmationContent = {
    to: text,
    reference: text,
    receivedAt: text,
    locale: text,
    passengers: [7, 7],
    asked: asked?.map((leg) => ({ ...leg, from: airportOf(text), to: null })) ?? null,
    options: options.map(({ shown }) => shown),
  };
  return renderConfirmation(content, senderOf(text)).html;
}

function senderOf(text: string): Sender {
  const steps = { "receipt.title": text, "receipt.first": text, "receipt.second": text, "receipt.third": text };
  return {
    name: text,
    settings: {
      ...BrokerSettings.parse({}),
      contact: { phone: text, email: text },
      privacyPolicy: `https://broker.example/?${text}`,
      texts: { "en-GB": steps },
      categoryNames: { "Heavy jet": { "en-GB": text } },
    },
  };
}

function alert(text: string): string {
  const told = { reference: text, receivedAt: text, channel: text, reason: text, isRetried: true };
  return renderAlert(told, { name: text }).html;
}

function idle(text: string): string {
  return renderIdle({ silentDays: 20, endsAfterDays: 30, lastSuccess: text }, { name: text }).html;
}

/** An aircraft, and a category that the broker has a name for, there and back. */
function oneTrip(text: string): Options {
  const aircraft = optionOf(text, { kind: "aircraft", type: text, amount: 143_000 });
  const group = optionOf(text, { kind: "category", type: null, amount: 118_500, amountTo: 162_000 });
  return [aircraft, { ...group, shown: { ...group.shown, category: "Heavy jet" } }];
}

/** The same, and an empty leg of one way. */
function severalTrips(text: string): Options {
  const { price, shown } = optionOf(text, { kind: "empty-leg", type: text, amount: 9_000 });
  return [...oneTrip(text), { price, shown: { ...shown, price: null, legs: shown.legs.slice(0, 1) } }];
}

function optionOf(text: string, by: Parameters<typeof sampleOption>[0]): Options[number] {
  const { price, shown } = sampleOption(by);
  const airport = airportOf(text);
  const legs = sampleLegs.map((leg) => ({
    ...leg,
    from: airport,
    to: airport,
    departsAt: { utc: text, local: `${leg.departsAt.local}${text}` },
    arrivesAt: { utc: text, local: text },
  }));
  return { price, shown: { ...shown, category: text, legs } };
}

/** To the visitor's own words, and on from a code that nobody knows. */
function askedLegs(text: string): LeadContent["asked"] {
  const when = { date: text, time: text, timeMeans: "arrival" as const, passengers: 4 };
  const airport = airportOf(text);
  return [
    { from: { airport }, to: { words: text }, ...when },
    { from: { code: text }, to: { airport }, ...when },
  ];
}

function airportOf(text: string): Airport {
  return {
    code: text,
    icao: text,
    iata: text,
    name: text,
    city: text,
    country: { code: text, name: text },
    position: null,
  };
}
