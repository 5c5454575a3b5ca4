import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { mountSearch, playBackend, rootOf } from "../test/mount-search.ts";
import { keepContrast } from "./keep-contrast.ts";
import css from "./styles/widget.css?inline";

/** Long form: LIFTLINE_CONTRAST_RUNS=5000. */
const runs = Number(import.meta.env["LIFTLINE_CONTRAST_RUNS"] ?? 300);
const submit = page.getByRole("button", { name: "Search aircraft" });

beforeEach(() => {
  sessionStorage.clear();
  playBackend();
});
afterEach(() => {
  for (const element of document.querySelectorAll("liftline-search")) element.remove();
  document.documentElement.removeAttribute("style");
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Red, green and blue as the screen shows them, by a way that is not the widget's. */
function shown(colour: string): number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!canvas) throw new Error("no canvas");
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = shown(colour).map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of the words on the primary button. */
function contrast(button = submit.element()): number {
  const { color, backgroundColor } = getComputedStyle(button);
  const [dark = 0, light = 0] = [luminanceOf(color), luminanceOf(backgroundColor)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Once the widget has heard of a change of colours: a frame to see it, one for the probe's transition, one to draw. */
async function settled(): Promise<void> {
  for (let frames = 0; frames < 4; frames += 1) await new Promise(requestAnimationFrame);
}

/** A search whose button has its colours at once. */
function mount(): HTMLElement {
  const element = mountSearch();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".button { transition: none !important }");
  rootOf(element).adoptedStyleSheets.push(sheet);
  return element;
}

/** A button and the probe under the widget's style sheet. */
function stage() {
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${css} .button { transition: none }`);
  shadow.adoptedStyleSheets = [sheet];
  const root = shadow.appendChild(document.createElement("div"));
  const button = root.appendChild(document.createElement("button"));
  const probe = root.appendChild(document.createElement("div"));
  Object.assign(root, { className: "root" });
  Object.assign(button, { className: "button primary", textContent: "Search aircraft" });
  Object.assign(probe, { className: "unseen" });
  return { host, probe, button };
}

/** A colour outside sRGB: what a screen makes of it is the screen's affair. */
function isClipped(element: HTMLElement, colour: string): boolean {
  element.style.color = `color-mix(in srgb, ${colour}, red 0%)`;
  const channels = getComputedStyle(element).color.match(/-?\d[\d.e-]*/g) ?? [];
  return channels.some((channel) => Number(channel) < -0.001 || Number(channel) > 1.001);
}

const byte = fc.nat(255);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const degrees = fc.nat(359);
const plain = fc.oneof(
  fc.tuple(byte, byte, byte).map((parts) => `rgb(${parts.join(" ")})`),
  fc.tuple(degrees, fc.nat(100), fc.nat(100)).map(([hue, full, light]) => `hsl(${hue} ${full}% ${light}%)`),
  fc.tuple(share, fc.double({ min: 0, max: 0.37, noNaN: true }), degrees).map((parts) => `oklch(${parts.join(" ")})`),
  fc.tuple(share, share, share).map((parts) => `color(display-p3 ${parts.join(" ")})`),
  fc.constantFrom("gold", "rebeccapurple", "gray", "tomato", "white", "black", "yellow", "navy"),
);
const colour = fc.oneof(
  plain,
  fc.tuple(plain, plain, fc.nat(100)).map(([one, other, much]) => `color-mix(in oklab, ${one} ${much}%, ${other})`),
  fc.tuple(plain, plain).map(([day, night]) => `light-dark(${day}, ${night})`),
);

describe("the page's colours", () => {
  test("whatever the accent, and whatever is wished on it, the words on the primary button can be read", () => {
    const scheme = fc.constantFrom("light", "dark");
    fc.assert(
      fc.property(colour, fc.option(colour), scheme, (accent, onAccent, colorScheme) => {
        const { host, probe, button } = stage();
        host.style.colorScheme = colorScheme;
        host.style.setProperty("--liftline-accent", accent);
        host.style.setProperty("--liftline-on-accent", onAccent);
        const clipped = isClipped(probe, accent) || isClipped(probe, onAccent ?? "white");
        keepContrast(probe, () => {});
        const reached = contrast(button);
        host.remove();
        fc.pre(!clipped);
        // Eight bits round a little.
        expect(reached).toBeGreaterThan(4.45);
      }),
      { numRuns: runs },
    );
  });

  test("that can be read stay as they are, without a word", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const element = mount();
    element.style.setProperty("--liftline-accent", "#14507a");
    element.style.setProperty("--liftline-on-accent", "#fff3c4");
    await expect.element(submit).toBeVisible();
    await settled();
    expect(shown(getComputedStyle(submit.element()).color)).toEqual([255, 243, 196]);
    expect(warn).not.toHaveBeenCalled();
  });

  test("that cannot be read are told once each, however often they change", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const element = mount();
    element.style.cssText = "--liftline-accent: khaki; --liftline-on-accent: white; --liftline-surface: white";
    await expect.element(submit).toBeVisible();
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(2));
    expect(contrast()).toBeGreaterThan(4.5);
    // Its quieter shade is the one that cannot be read.
    element.style.setProperty("--liftline-text", "#555");
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(3));
    for (const accent of ["black", "khaki"]) {
      element.style.setProperty("--liftline-accent", accent);
      await settled();
    }
    expect(warn.mock.calls.flat()).toEqual([
      "liftline-search: --liftline-accent on surface: contrast below 4.5",
      "liftline-search: --liftline-on-accent on accent: contrast below 4.5",
      "liftline-search: --liftline-surface on text: contrast below 4.5",
    ]);
  });

  test.each([
    ["white", "#1b2226"],
    ["#101820", "white"],
    ["#fffbe6", "#3a2f10"],
  ])("on %s, with words in %s, what is wrong can be read, whatever the colour scheme", async (surface, text) => {
    const element = mount();
    element.style.cssText = `--liftline-surface: ${surface}; --liftline-text: ${text}`;
    await submit.click();
    const fault = page.getByText("Choose your origin from the list.");
    await expect.element(fault).toBeVisible();
    const { color } = getComputedStyle(fault.element());
    const [dark = 0, light = 0] = [luminanceOf(color), luminanceOf(surface)].toSorted((a, b) => a - b);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
  });

  test("are looked at again when the page turns dark, or puts a class on something above", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".brand { --liftline-accent: #ffd60a }");
    document.adoptedStyleSheets.push(sheet);
    const element = mount();
    element.style.setProperty("--liftline-accent", "#14507a");
    await expect.element(submit).toBeVisible();
    expect(shown(getComputedStyle(submit.element()).color)).toEqual([255, 255, 255]);
    document.documentElement.style.colorScheme = "dark";
    // By night our own words on an accent are dark: on this one they are not to be read.
    await vi.waitFor(() => expect(contrast()).toBeGreaterThan(4.5));
    element.removeAttribute("style");
    document.documentElement.style.colorScheme = "";
    document.body.className = "brand";
    await vi.waitFor(() => expect(contrast()).toBeGreaterThan(4.5));
    document.body.className = "";
    await vi.waitFor(() => expect(shown(getComputedStyle(submit.element()).color)).toEqual([255, 255, 255]));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  test("are not read before the form is painted", async () => {
    const read = vi.spyOn(window, "getComputedStyle");
    const frames: number[] = [];
    requestAnimationFrame(() => frames.push(read.mock.calls.length));
    const root = rootOf(mountSearch());
    expect(root.querySelector("form")).not.toBeNull();
    expect(read).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    expect(frames).toEqual([0]);
  });
});
