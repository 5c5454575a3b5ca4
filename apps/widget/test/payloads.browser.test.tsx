import type { Airport, Option, OptionLeg, WidgetSettings } from "@liftline/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LiftlineEvent } from "../src/events.ts";
import type { Journey } from "../src/journey.ts";
import { pushEvents } from "../src/push-events.ts";
import { emptyTrip, type Trip } from "../src/searches/trip.ts";
import { manyOptions, option, westbound } from "./fixtures/options.ts";
import { mountBooking } from "./mount-booking.tsx";
import { mountSearch, playBackend, rootOf } from "./mount-search.ts";
import { settings } from "./canned-answers.ts";
import { bait, payloads } from "./payloads.ts";

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
    const expected = await formNodes(harmless);
    for (const batch of batches) {
      const found = await formNodes(batch);
      expect(found.nodes).toEqual(expected.nodes);
      expect(found.strange).toEqual([]);
    }
    expect(ran).not.toHaveBeenCalled();
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
  // Times are offered once the form is painted.
  await vi.waitFor(() => expect(root.querySelectorAll("option").length).toBeGreaterThan(8 * 48));
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
  return { nodes: [...offered.nodes, ...found.nodes], strange: [...offered.strange, ...found.strange] };
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
  const answer = { search: text, expiresAt: "2030-01-01T00:00:00Z", currency: "EUR", options };
  const place = { code: text, name: text, city: text, country: text };
  const trip: Trip = { ...emptyTrip, legs: [{ from: place, to: place, date: "2026-12-13", time: "11:00" }] };
  const whole = { trip, answer, chosen: options.slice(0, 4).map(({ token }) => token) };
  const failure = { kind: "refused", code: "internal", requestId: text, retryAfterSeconds: null, errors: [] } as const;
  if (screen === "categories") {
    // Two of each: where each option is a category there is no such step.
    const two = [...options, ...options.map((each) => ({ ...each, token: `${each.token}-too` }))];
    return { step: "choosing", ...whole, answer: { ...answer, options: two } };
  }
  if (screen === "choosing" || screen === "comparing" || screen === "map") return { step: "choosing", ...whole };
  if (screen === "requesting") return { step: "requesting", ...whole, sending: false, failure };
  if (screen === "as it is") {
    const words = { ...place, code: "" };
    const legs = [{ from: words, to: words, date: "2026-12-13", time: "11:00" }];
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
    legs: [{ ...westbound, from: airport, to: airport }],
    aircraft: {
      ...{ yearOfMake: 2008, rangeNm: 3350, cruiseSpeedKt: 470, amenities: [text, text] },
      safetyRatings: [{ standard: text, level: text }],
    },
    photos: [{ kind: "EXTERIOR", url: `/photos/${text}` }],
  };
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
