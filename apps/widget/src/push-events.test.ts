import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { settings } from "../test/canned-answers.ts";
import type { LiftlineEvent } from "./events.ts";
import { pushEvents } from "./push-events.ts";

const wanted = { ...settings, analytics: { dataLayer: true } };
const shown: LiftlineEvent = { name: "liftline-options-shown", detail: { count: 3, currency: "EUR" } };
const failed: LiftlineEvent = { name: "liftline-failed", detail: { code: "network" } };
const page: { dataLayer?: unknown; gtag?: unknown } = {};

beforeEach(() => {
  delete page.dataLayer;
  delete page.gtag;
  vi.stubGlobal("window", page);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("events reach the page's dataLayer in their order, each once", () => {
  page.dataLayer = [];
  const events = [shown, failed];
  pushEvents(wanted, events);
  pushEvents(wanted, events);
  expect(page.dataLayer).toEqual([
    { event: "liftline-options-shown", count: 3, currency: "EUR" },
    { event: "liftline-failed", code: "network" },
  ]);
});

test("Google Analytics hears them by its own function and in its own spelling", () => {
  const gtag = vi.fn<(command: string, name: string, parameters: object) => void>();
  page.gtag = gtag;
  pushEvents(settings, [shown]);
  pushEvents(wanted, [shown, failed]);
  expect(gtag.mock.calls).toEqual([
    ["event", "liftline_options_shown", { count: 3, currency: "EUR" }],
    ["event", "liftline_failed", { code: "network" }],
  ]);
});

test("a broker that does not want them gets none, a page without the list none made", () => {
  pushEvents(wanted, [shown]);
  expect(page).toEqual({});
  page.dataLayer = [];
  pushEvents(settings, [shown]);
  expect(page.dataLayer).toEqual([]);
  page.dataLayer = { push: null };
  expect(() => pushEvents(wanted, [shown])).not.toThrow();
});

test("a tag manager that throws costs the page nothing, and not the next event", () => {
  const pushed: unknown[] = [];
  page.dataLayer = Object.assign([], {
    push(event: unknown) {
      pushed.push(event);
      throw new Error("blocked");
    },
  });
  expect(() => pushEvents(wanted, [shown, failed])).not.toThrow();
  expect(pushed).toHaveLength(2);
});
