import { emptyTrip, type Place, type Trip } from "../../src/searches/trip.ts";
import { manyOptions } from "../fixtures/options.ts";
import type { BookingState } from "./booking-states.ts";

const policy = "https://www.demo-charter.example/privacy";
const terms = "https://www.demo-charter.example/terms";
const company = "Charter since 1987, by people who fly.\n\nWe answer within the hour, day and night.";
const [from, to] = [placeAt("EGGW", "Luton", "London"), placeAt("LFMN", "Côte d'Azur", "Nice")];
const strip = placeAt("", "the grass strip behind the mill near Ascot", "");
const out = { from, to, date: "2026-12-13", time: "11:00" };
const trip: Trip = {
  ...{ ...emptyTrip, kind: "several", timeMeans: "arrival" },
  legs: [out, { from: to, to: strip, date: "2026-12-20", time: "" }],
};
const options = manyOptions(3);
const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options };
const receipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };
const asked = { trip: { ...trip, legs: [out] }, answer, chosen: options.map(({ token }) => token) };
const wish = { trip, answer: null, chosen: [] };

/** Requests without options, and what a receipt gives to take along. */
export const leadStates: Record<string, BookingState> = {
  "request-as-it-is": {
    stage: {
      journey: { step: "requesting", ...wish, sending: false, failure: null },
      settings: { privacyPolicy: policy, terms },
    },
  },
  "request-needs": {
    stage: { journey: { step: "requesting", ...asked, sending: false, failure: null } },
    act: (root) => root.querySelector<HTMLElement>(".lead-form summary")?.click(),
  },
  "request-terms": {
    stage: {
      journey: { step: "requesting", ...asked, sending: false, failure: null },
      settings: { privacyPolicy: policy, terms },
    },
    act: (root) => root.querySelector("form")?.requestSubmit(),
  },
  "received-copied": {
    stage: { journey: { step: "received", ...asked, receipt } },
    act: copyTrip,
  },
  "received-as-it-is": { stage: { journey: { step: "received", ...wish, receipt } } },
  "received-more": {
    stage: { journey: { step: "received", ...asked, receipt }, settings: { company } },
    act: (root) => root.querySelector<HTMLElement>("summary")?.click(),
  },
};

async function copyTrip(root: ShadowRoot): Promise<void> {
  // A page without a visitor may not write there.
  navigator.clipboard.writeText = () => Promise.resolve();
  const buttons = [...root.querySelectorAll<HTMLElement>(".actions button")];
  buttons.at(-1)?.click();
  await new Promise(requestAnimationFrame);
}

function placeAt(code: string, name: string, city: string): Place {
  return { code, name, city, country: "" };
}
