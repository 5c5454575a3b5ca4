import { createClient } from "@liftline/api-client";
import type { Airport, Option, OptionLeg, ProblemField, WidgetSettings } from "@liftline/schema";
import { bait, payloads } from "@liftline/vitest-config/payloads";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attributeNames, attributeOf } from "../src/attributes.ts";
import type { LiftlineEvent } from "../src/events.ts";
import type { Journey } from "../src/journey.ts";
import { pushEvents } from "../src/push-events.ts";
import { emptyTrip, type Trip } from "../src/searches/trip.ts";
import { manyOptions, option, westbound } from "./fixtures/options.ts";
import { mountBooking } from "./mount-booking.tsx";
import { mountSearch, playBackend, problem, rootOf } from "./mount-search.ts";
import { searchAnswer, settings } from "./canned-answers.ts";

const size = 20;
const batches = Array.from({ length: payloads.length / size }, (_, at) => payloads.slice(at * size, (at + 1) * size));
const harmless = Array.from({ length: size }, (_, index) => `text ${index}`);
let ran: () => void;

beforeEach(() => {
  sessionStorage.clear();
  ran = vi.fn<() => void>();
  Reflect.set(globalThis, bait, ran);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  for (const name of ["alert", "confirm", "prompt"] as const) vi.spyOn(window, name).mockImplementation(() => ran());
});
afterEach(() => {
  for (const element of document.querySelectorAll("liftline-search")) element.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("400 payloads in every text that the marketplace, the broker and the visitor can write", () => {
  test.each([
    ...(["categories", "choosing", "comparing", "map", "requesting", "as it is", "failed", "received"] as const),
    "empty",
  ] as const)("%s: no node, no handler, no address and no dialog of theirs", { timeout: 60_000 }, async (screen) => {
    const expected = await drawn(screen, harmless);
    for (const batch of batches) {
      const found = await drawn(screen, batch);
      expect(found.nodes).toEqual(expected.nodes);
      expect(found.strange).toEqual([]);
    }
    expect(expected.nodes.length).toBeGreaterThan(10);
    expect(expected.nodes.includes("article")).toBe(/choosing|comparing|map/.test(screen));
    expect(expected.nodes.filter((name) => name === "text")).toHaveLength(screen === "map" ? size : 0);
    expect(ran).not.toHaveBeenCalled();
  });

  test("the form: what is typed, found, kept from before, and asked for by the page", { timeout: 90_000 }, async () => {
    await expectAlike(formNodes);
  });

  test("a search's refusals: title, detail, code, reference and faults", { timeout: 90_000 }, async () => {
    await expectAlike(refusedSearchNodes);
  });

  test("a request's refusals: title, detail, code, reference and faults", { timeout: 90_000 }, async () => {
    await expectAlike(refusedRequestNodes);
  });

  test("a price's currency", { timeout: 90_000 }, async () => {
    await expectAlike(pricedNodes);
  });
});

describe("400 payloads in every attribute of the element", () => {
  test("a form without them", { timeout: 90_000 }, async () => {
    await expectAlike(attributeNodes);
  });

  test("a language with one behind it", { timeout: 90_000 }, async () => {
    await expectAlike(languageNodes);
  });
});

test("400 payloads told to the page's analytics are words there, and nothing on the page", async () => {
  const words: unknown[] = [];
  vi.stubGlobal("dataLayer", words);
  vi.stubGlobal("gtag", (...told: unknown[]) => words.push(told));
  const before = document.querySelectorAll("*").length;
  const events = payloads.map((text): LiftlineEvent => {
    const detail = { category: text, type: text, selected: true, count: 1 };
    return { name: "liftline-option-selected", detail };
  });
  pushEvents({ ...settings, analytics: { dataLayer: true } }, events);
  await settled();
  expect(words).toHaveLength(2 * payloads.length);
  expect(words.at(-1)).toMatchObject({ category: payloads.at(-1), type: payloads.at(-1) });
  expect(document.querySelectorAll("*")).toHaveLength(before);
  expect(ran).not.toHaveBeenCalled();
});

/** Draws every payload and finds what harmless words leave there, no more. */
async function expectAlike(draw: (texts: readonly string[]) => Promise<Found>): Promise<void> {
  const expected = await draw(harmless);
  expect(expected.nodes.length).toBeGreaterThan(0);
  for (const batch of batches) {
    const found = await draw(batch);
    expect(found.nodes).toEqual(expected.nodes);
    expect(found.strange).toEqual([]);
  }
  expect(ran).not.toHaveBeenCalled();
}

type Screen =
  | ("categories" | "choosing" | "comparing" | "map" | "requesting")
  | ("as it is" | "failed" | "received" | "empty");

/** The elements of a screen that shows ten texts wherever it shows a text. */
async function drawn(screen: Screen, texts: readonly string[]): Promise<Found> {
  const stage = mountBooking({
    journey: journeyAt(screen, texts),
    settings: { ...settingsWith(texts), categoryStep: screen === "categories" },
    campaign: { utm_source: texts[0] ?? "" },
  });
  const { root } = stage;
  try {
    for (const details of root.querySelectorAll("details")) details.open = true;
    if (screen === "comparing") root.querySelector<HTMLElement>(".tray .plain")?.click();
    const fields = root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "input:not([type=checkbox]), textarea",
    );
    for (const [index, field] of fields.entries()) {
      field.value = texts[index % texts.length] ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (screen === "requesting") root.querySelector("form")?.requestSubmit();
    await settled();
    // No address of a photo leads anywhere: a drawing takes its place.
    await vi.waitFor(() => expect(root.querySelector("img")).toBeNull());
    if (screen === "map") await vi.waitFor(() => expect(root.querySelector("[part=map]")).not.toBeNull());
    return look(root);
  } finally {
    stage.unmount();
  }
}

/** The elements of a form of eight legs, with the list under its last field open. */
async function formNodes(batch: readonly string[]): Promise<Found> {
  const texts = batch.map((each, index) => `${each} ${index}`);
  const [text = ""] = texts;
  const places = texts.map((each) => ({ code: each, name: each, city: each, country: each }));
  const legs = Array.from({ length: 8 }, (_, index) => ({
    from: places[index * 2] ?? null,
    to: index < 7 ? (places[index * 2 + 1] ?? null) : null,
    date: text,
    time: text,
  }));
  sessionStorage.setItem("liftline:pk_demo:recent", JSON.stringify(places.slice(16)));
  const trip: Trip = { ...emptyTrip, kind: "several", legs };
  sessionStorage.setItem("liftline:pk_demo:trip", JSON.stringify({ prefill: keptPrefill, trip }));
  playBackend(({ path }) => {
    if (path === "/widget/settings") return Response.json({ ...settings, ...settingsWith(texts) });
    return Response.json({ airports: texts.map(airportOf) });
  });
  const element = mountSearch({ currency: text, "return-date": text });
  const root = rootOf(element);
  const fields = () => element.shadowRoot?.querySelectorAll<HTMLInputElement>("[role=combobox]") ?? [];
  await vi.waitFor(() => expect(fields()).toHaveLength(16));
  await timesOffered(root, 8);
  const last = [...fields()].at(-1);
  last?.focus();
  await vi.waitFor(() => expect(root.querySelector("[role=option]")).toBeTruthy());
  const offered = look(root);
  if (last) last.value = text;
  last?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => expect(root.querySelectorAll("[role=option]")).toHaveLength(texts.length));
  const found = look(root);
  element.remove();
  await settled();
  return together([offered, found]);
}

/** The elements of the screens that tell of refused searches, one after another: as a whole, then beside the fields. */
async function refusedSearchNodes(texts: readonly string[]): Promise<Found> {
  const refusals = refusalsWith(texts, ["legs.0.from", "legs.0.to", "legs.0.date", "legs.0.passengers"]);
  let asked = 0;
  playBackend(({ path }) => (path === "/searches" ? refusals[asked++]?.() : undefined));
  const element = mountSearch({ from: "EGGW", to: "KTEB", date: "2099-12-13" });
  const root = rootOf(element);
  const found: Found[] = [];
  for (const index of refusals.keys()) {
    const again = root.querySelector<HTMLElement>(".actions .primary");
    if (again) again.click();
    else root.querySelector("form")?.requestSubmit();
    await until(() => expect(asked).toBe(index + 1));
    await until(() => expect(root.querySelector("[role=alert], [aria-invalid=true]")).not.toBeNull());
    if (index === texts.length) await timesOffered(root);
    if (index < texts.length) expect(root.textContent).toContain(`reference ${texts[index]}`);
    found.push(look(root));
  }
  element.remove();
  await settled();
  return together(found);
}

/** The same of a request. */
async function refusedRequestNodes(texts: readonly string[]): Promise<Found> {
  const refusals = refusalsWith(texts, ["contact.name", "contact.email", "contact.phone", "message", "needs.luggage"]);
  let sent = 0;
  const fetch = () => refusals[sent++]?.() ?? Promise.reject(new Error("no more"));
  const { root, unmount } = mountBooking({
    journey: journeyAt("as it is", harmless),
    client: createClient({ baseUrl: "https://leads.test", embedKey: "pk_demo", fetch }),
  });
  typeInto(root, "name", "Jo Smith");
  typeInto(root, "email", "jo@example.com");
  const found: Found[] = [];
  for (const index of refusals.keys()) {
    await settled();
    root.querySelector("form")?.requestSubmit();
    await until(() => expect(sent).toBe(index + 1));
    await settled();
    await until(() => expect(root.querySelector("[type=submit]")?.getAttribute("aria-disabled")).not.toBe("true"));
    if (index < texts.length) expect(root.textContent).toContain(`reference ${texts[index]}`);
    found.push(look(root));
  }
  unmount();
  return together(found);
}

/** One with each text wherever a refusal has words; then one that says all of them of each field. */
function refusalsWith(texts: readonly string[], fields: readonly string[]): readonly (() => Response)[] {
  const refusal = (text: string, errors: readonly ProblemField[]) => () =>
    problem(text, 422, { type: text, title: text, detail: text, requestId: `reference ${text}`, errors });
  const faults = fields.flatMap((path) => texts.map((message) => ({ path, message })));
  return [...texts.map((text) => refusal(text, [{ path: text, message: text }])), refusal(texts[0] ?? "", faults)];
}

function typeInto(root: ShadowRoot, name: string, text: string): void {
  const field = root.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!field) throw new Error(`no field ${name}`);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The elements of what is left where a price is in no currency, of as many widgets as there are texts. */
async function pricedNodes(texts: readonly string[]): Promise<Found> {
  let asked = 0;
  playBackend(({ path }) => {
    if (path !== "/searches") return undefined;
    const currency = texts[asked++] ?? "";
    const options = searchAnswer.options.map((each) => ({
      ...each,
      price: { amount: 1, currency, basis: "estimate" },
    }));
    return Response.json({ ...searchAnswer, currency, options });
  });
  const elements = texts.map(() => mountSearch({ from: "EGGW", to: "KTEB", date: "2099-12-13" }));
  for (const element of elements) rootOf(element).querySelector("form")?.requestSubmit();
  await until(() => expect(asked).toBe(texts.length));
  const isOver = (element: Element) => !rootOf(element).querySelector("form, .skeletons");
  await until(() => expect(elements.every(isOver)).toBe(true));
  await settled();
  return lookAndRemove(elements);
}

/** The elements of a form that is told each text by every attribute, alone and behind what could be read. */
async function attributeNodes(texts: readonly string[]): Promise<Found> {
  playBackend();
  const element = mountSearch();
  const root = rootOf(element);
  const found: Found[] = [];
  for (const text of texts) {
    for (const before of [{}, readable]) {
      tell(element, before, text);
      await settled();
      await timesOffered(root);
      found.push(look(root));
      for (const name of attributeNames) {
        if (name !== "lang") expect(Reflect.get(element, name)).toBeNull();
      }
    }
  }
  element.remove();
  await settled();
  return together(found);
}

/** What could be read, were there nothing behind it. Neither a language nor an address: those may go on. */
const readable: Record<string, string> = {
  "embed-key": "pk_demo",
  currency: "EUR",
  from: "EGGW",
  to: "KTEB",
  date: "2099-12-13",
  "return-date": "2099-12-20",
  passengers: "7",
  trip: "EGGW-KTEB-20991213-1100-7",
};

function tell(element: Element, before: Readonly<Record<string, string>>, text: string): void {
  for (const name of attributeNames.map(attributeOf)) element.setAttribute(name, (before[name] ?? "") + text);
}

/** The elements of as many widgets as there are texts, each in a language that goes on with one. */
async function languageNodes(texts: readonly string[]): Promise<Found> {
  const features = { ...settings.features, severalLegs: false };
  playBackend(({ path }) => (path === "/widget/settings" ? Response.json({ ...settings, features }) : undefined));
  const elements = texts.map((text) => mountSearch({ lang: `de-${text}` }));
  // Once the settings have come, what is not offered is out of reach. No language takes the form away.
  const isOver = (element: Element) => !!element.shadowRoot?.querySelector("[inert]");
  await until(() => expect(elements.every(isOver)).toBe(true));
  return lookAndRemove(elements);
}

async function lookAndRemove(elements: readonly Element[]): Promise<Found> {
  const found = elements.map((element) => look(rootOf(element)));
  for (const element of elements) element.remove();
  await settled();
  return together(found);
}

/** Many waits, each short. */
function until(check: () => void): Promise<void> {
  return vi.waitFor(check, { interval: 5, timeout: 10_000 });
}

/** Times are offered once the form is painted. */
async function timesOffered(root: ShadowRoot, legs = 1): Promise<void> {
  await until(() => expect(root.querySelectorAll("option").length).toBeGreaterThan(legs * 48));
}

const keptPrefill = JSON.stringify({
  ...{ currency: null, from: null, to: null, date: null, returnDate: null, passengers: null, trip: null },
});

interface Found {
  /** Names of all elements, in order. */
  nodes: readonly string[];
  /** Handlers, and addresses that are none of http, https, mailto, tel or a path. */
  strange: readonly string[];
}

function look(root: ShadowRoot): Found {
  const elements = [...root.querySelectorAll("*")];
  const strange = elements.flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => name.startsWith("on") || isStrange(name, value))
      .map(({ name }) => `${element.localName} ${name}`),
  );
  return { nodes: elements.map(({ localName }) => localName), strange };
}

function together(found: readonly Found[]): Found {
  return { nodes: found.flatMap(({ nodes }) => nodes), strange: found.flatMap(({ strange }) => strange) };
}

function isStrange(name: string, value: string): boolean {
  if (!/^(href|src|srcset|action|formaction|data|xlink:href)$/.test(name)) return false;
  return !/^(https?:|mailto:|tel:|\/)/.test(value);
}

function journeyAt(screen: Screen, texts: readonly string[]): Journey {
  // Numbered, so that two that are alike are two categories all the same.
  const options = texts.map((text, index) => optionOf(`${text} ${index}`, `token-${index}`));
  // Its file takes a while, in which photos would be found not to come.
  if (screen === "map") options.splice(0, options.length, option({ legs: texts.map(legBetween) }));
  const [text = ""] = texts;
  const answer = { search: text, expiresAt: text, currency: text, options };
  const place = { code: text, name: text, city: text, country: text };
  const trip: Trip = { ...emptyTrip, legs: [{ from: place, to: place, date: text, time: text }] };
  const whole = { trip, answer, chosen: options.slice(0, 4).map(({ token }) => token) };
  const failure = {
    kind: "refused",
    code: "internal",
    requestId: text,
    retryAfterSeconds: null,
    errors: [{ path: text, message: text }],
  } as const;
  if (screen === "categories") {
    // Two of each: where each option is a category there is no such step.
    const two = [...options, ...options.map((each) => ({ ...each, token: `${each.token}-too` }))];
    return { step: "choosing", ...whole, answer: { ...answer, options: two } };
  }
  if (screen === "choosing" || screen === "comparing" || screen === "map") return { step: "choosing", ...whole };
  if (screen === "requesting") return { step: "requesting", ...whole, sending: false, failure };
  if (screen === "as it is") {
    const words = { ...place, code: "" };
    const legs = [{ from: words, to: words, date: text, time: text }];
    const asked = { trip: { ...emptyTrip, legs }, answer: null, chosen: [] };
    return { step: "requesting", ...asked, sending: false, failure };
  }
  if (screen === "failed") return { step: "failed", trip, failure };
  if (screen === "empty") return { step: "empty", trip };
  return { step: "received", ...whole, receipt: { reference: text, receivedAt: text } };
}

/** From a place to the next one, all round the earth. */
function legBetween(_: string, index: number, texts: readonly string[]): OptionLeg {
  const [from, to] = [index, (index + 1) % texts.length].map((at) => {
    const airport = airportOf(`${texts[at]} ${at}`);
    return { ...airport, position: { latitude: 3 * at - 30, longitude: 17 * at - 170 } };
  });
  return { ...westbound, ...(from && { from }), ...(to && { to }) };
}

function optionOf(text: string, token: string): Option {
  const airport = airportOf(text);
  const [first = option()] = manyOptions(1);
  return {
    ...first,
    token,
    category: text,
    type: text,
    legs: [{ ...westbound, from: airport, to: airport, departsAt: clockOf(text), arrivesAt: clockOf(text) }],
    aircraft: {
      ...{ yearOfMake: 2008, rangeNm: 3350, cruiseSpeedKt: 470, amenities: [text, text] },
      safetyRatings: [{ standard: text, level: text }],
    },
    photos: [{ kind: "EXTERIOR", url: `/photos/${text}` }],
  };
}

/** As much of a text as the digits of a clock have room for. */
function clockOf(text: string): OptionLeg["departsAt"] {
  return { utc: text, local: `${text.slice(0, 10).padEnd(10)}T${text.slice(0, 5)}` };
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

function settingsWith(texts: readonly string[]): Partial<WidgetSettings> {
  const [text = ""] = texts;
  return {
    name: text,
    // None that a backend of ours would name.
    currency: { default: text, offered: [...texts] } as unknown as WidgetSettings["currency"],
    favouriteAirports: texts.map(airportOf),
    contact: { phone: text, email: text },
    texts: settings.texts.map(() => text),
    categoryNames: Object.fromEntries(texts.map((each, index) => [`${each} ${index}`, `${each} ${index}`])),
    categoryTexts: Object.fromEntries(texts.map((each, index) => [`${each} ${index}`, each])),
    safety: { minimums: [], text },
    company: text,
    terms: `https://demo-charter.example/?${text}`,
    privacyPolicy: `https://demo-charter.example/?${text}`,
  };
}

/** The drawing, and what a picture that does not come would start. */
async function settled(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
}
