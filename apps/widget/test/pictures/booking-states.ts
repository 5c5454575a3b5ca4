import type { Option, SearchResponse } from "@liftline/schema";
import type { Journey } from "../../src/journey.ts";
import { settings } from "../canned-answers.ts";
import { emptyTrip, placeOf } from "../../src/searches/trip.ts";
import type { BookingStage } from "../mount-booking.tsx";
import { manyOptions, onward, option, redEye, westbound } from "../fixtures/options.ts";
import { leadStates } from "./lead-states.ts";
import { mapStates } from "./map-states.ts";

/** The sandbox's own drawings, by file; none where they have not been drawn. */
const drawings = import.meta.glob<string>("../../../../packages/sandbox/photos/*.webp", {
  eager: true,
  query: "?url",
  import: "default",
});

/** A screen to look at. */
export interface BookingState {
  stage: BookingStage;
  /** What a visitor does before the picture is taken. */
  act?: (root: ShadowRoot) => Promise<void> | void;
  /** True where the request never gets an answer. */
  pending?: boolean;
}

const twelve = manyOptions(12);
const longTrip = twelve.map((each) => ({ ...each, legs: [westbound, redEye, onward] }));
const returnTrip = twelve.map((each) => ({ ...each, legs: [...each.legs, redEye] }));
const groups: Option[] = [
  group({ token: "g1", category: "Midsize jet", maxPassengers: 9, aircraftCount: 12 }, 52_900, 64_000),
  group({ token: "g2", category: "Heavy jet", maxPassengers: 14, aircraftCount: 31 }, 71_500, 98_200),
  group({ token: "g3", category: "Ultra long range", maxPassengers: 16, aircraftCount: 1 }, 112_400),
];
const types: Option[] = twelve.map((each, index) => ({
  ...each,
  kind: "type",
  aircraftCount: index + 1,
  aircraft: null,
  price: each.price && { ...each.price, amountTo: each.price.amount + 18_300 },
}));
const hidden = twelve.map((each) => ({ ...each, price: null }));
const open = twelve.map((each) => ({ ...each, legs: [{ ...westbound, timeToBeDecided: true }] }));
const mixed = [...twelve.slice(5), ...groups].map((each, index) => ({
  ...each,
  aircraft: each.aircraft && { ...each.aircraft, yearOfMake: index % 2 ? null : 2008 + index },
}));
const trip = {
  ...emptyTrip,
  legs: [{ from: placeOf("EGGW"), to: placeOf("KTEB"), date: "2026-12-13", time: "11:00" }],
};
const safety = {
  minimums: [],
  text: "Every operator holds an air operator certificate.\nWe check crews and insurance before each flight.",
};
const failure = { kind: "refused", requestId: "req_8f2c", retryAfterSeconds: null, errors: [] } as const;
const policy = { privacyPolicy: "https://www.demo-charter.example/privacy" };
const receipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };

export const bookingStates: Record<string, BookingState> = {
  ...mapStates,
  ...leadStates,
  options: { stage: choosing(twelve, 0) },
  many: { stage: choosing(manyOptions(300), 3) },
  one: { stage: choosing(twelve.slice(5, 6), 1) },
  groups: { stage: choosing(groups, 1) },
  types: { stage: choosing(types, 0) },
  hidden: { stage: choosing(hidden, 2) },
  return: { stage: choosing(returnTrip, 1) },
  legs: { stage: choosing(longTrip, 1), act: (root) => openDetails(root, 1) },
  undecided: { stage: choosing(open, 0) },
  details: { stage: choosing(twelve, 2), act: (root) => openDetails(root, 0) },
  full: {
    stage: choosing(twelve, 10),
    async act(root) {
      const eleventh = () => root.querySelector<HTMLElement>("[part='choose'][aria-pressed='false']");
      // The list grows as one comes to its end.
      for (; !eleventh(); await new Promise(requestAnimationFrame)) scrollTo(0, document.body.scrollHeight);
      eleventh()?.click();
      scrollTo(0, 0);
    },
  },
  categories: { stage: { ...choosing(manyOptions(40), 1), settings: { categoryStep: true } } },
  category: {
    stage: { ...choosing(manyOptions(40), 1), settings: { categoryStep: true } },
    act: (root) => root.querySelectorAll<HTMLElement>(".categories button")[4]?.click(),
  },
  compare: {
    stage: choosing(mixed, 5),
    act: (root) => root.querySelector<HTMLElement>(".tray .plain")?.click(),
  },
  plain: {
    stage: { ...choosing(hidden, 0), settings: { safety, features: { ...settings.features, filters: false } } },
    act: (root) => root.querySelector<HTMLElement>(".explain summary")?.click(),
  },
  none: { stage: choosing(twelve, 1), act: filterAway },
  request: { stage: requesting() },
  "request-faults": { stage: { ...requesting(), settings: policy }, act: submit },
  "request-sending": { stage: requesting(), act: fillAndSubmit, pending: true },
  "request-lost": { stage: requesting(), act: fillAndSubmit },
  "request-expired": { stage: requesting({ failure: { ...failure, code: "search.expired" } }) },
  "request-spent": { stage: requesting({ failure: { ...failure, code: "search.spent" } }) },
  "request-limited": {
    stage: requesting({ failure: { ...failure, kind: "limited", code: "rate.limited", retryAfterSeconds: 600 } }),
  },
  "request-fault": { stage: requesting({ failure: { ...failure, code: "internal" } }) },
  received: { stage: { journey: { ...base(twelve, 3), step: "received", receipt } } },
};

function choosing(options: readonly Option[], chosen: number): BookingStage {
  return { journey: { step: "choosing", ...base(options, chosen) } };
}

function requesting(changes: { failure?: Extract<Journey, { step: "requesting" }>["failure"] } = {}): BookingStage {
  const rest = { sending: false, failure: null, ...changes };
  return { journey: { step: "requesting", ...base(returnTrip, 3), ...rest } };
}

function base(options: readonly Option[], chosen: number) {
  const answer: SearchResponse = {
    search: "sealed",
    expiresAt: "2026-12-01T10:30:00Z",
    currency: "EUR",
    options: options.map((each, index) => withPhotos(each, index)),
  };
  return { trip, answer, chosen: options.slice(0, chosen).map(({ token }) => token) };
}

function group(changes: Partial<Option>, amount: number, amountTo?: number): Option {
  const price = { amount, ...(amountTo && { amountTo }), currency: "EUR", basis: "estimate" } as const;
  return option({ kind: "category", type: null, aircraft: null, price, ...changes });
}

/** Photos are the sandbox's own drawings; every fourth aircraft has none, and one that is lost on the way. */
function withPhotos(each: Option, index: number): Option {
  const urls = Object.values(drawings);
  if (index % 4 === 3 || urls.length === 0) return each;
  const url = index % 8 === 6 ? "/lost.webp" : (urls[(index * 2) % urls.length] ?? "");
  return { ...each, photos: [{ kind: "EXTERIOR", url }] };
}

function openDetails(root: ShadowRoot, at: number): Promise<void> {
  const details = root.querySelectorAll<HTMLDetailsElement>("details.details")[at];
  if (details) details.open = true;
  return frames(3);
}

function filterAway(root: ShadowRoot): Promise<void> {
  const select = root.querySelector("select");
  for (const chip of [...root.querySelectorAll<HTMLElement>(".chip")].slice(1, 3)) chip.click();
  if (select) {
    select.value = "16";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return frames(3);
}

function submit(root: ShadowRoot): Promise<void> {
  root.querySelector("form")?.requestSubmit();
  return frames(3);
}

async function fillAndSubmit(root: ShadowRoot): Promise<void> {
  const values = { name: "Jo Smith", email: "jo@example.com", phone: "+44 20 7946 0000", message: "We bring a dog." };
  for (const [name, value] of Object.entries(values)) {
    const input = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);
    if (!input) continue;
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await frames(2);
  await submit(root);
}

async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await new Promise(requestAnimationFrame);
}
