import { readFileSync } from "node:fs";
import { vi } from "vitest";
import type { Tab } from "./engine.ts";

const eyes = readFileSync(new URL("eyes.js", import.meta.url), "utf8").replace("export ", "");

/** What is looked for: a role and a name as a screen reader says them; a name that ends in `…` goes on. */
export interface Wanted {
  role:
    | "article"
    | "button"
    | "checkbox"
    | "combobox"
    | "date"
    | "field"
    | "heading"
    | "link"
    | "option"
    | "radio"
    | "alert"
    | "status";
  name?: string;
  nth?: number;
  /** Without scrolling there. */
  still?: boolean;
  /** It stands before the focus, for who has only a keyboard. */
  before?: boolean;
}

export interface Seen {
  x: number;
  y: number;
  text: string;
  value: string;
  /** Where a link leads. */
  href: string;
  /** What is said with it: hints and faults. */
  described: string;
  focused: boolean;
  /** Of all that fit. */
  count: number;
  /** Nothing lies over it. */
  free: boolean;
}

/** A visitor's eyes and hands in any engine. */
export interface Hand {
  tab: Tab;
  /** Null where it is not there now. */
  look(wanted: Wanted): Promise<Seen | null>;
  /** As soon as it is there. */
  find(wanted: Wanted): Promise<Seen>;
  click(wanted: Wanted): Promise<void>;
  /** In a list that opens: what begins with these letters. */
  pick(wanted: Wanted, letters: string): Promise<void>;
  /** To another page and, by the back button, to this one again. */
  leaveAndComeBack(url: string): Promise<void>;
}

const patience = { timeout: 60_000, interval: 50 };

export function handOn(tab: Tab): Hand {
  const look = (wanted: Wanted) =>
    tab.ask<Seen | null>(`(${eyes.slice(eyes.indexOf("function"))})(${JSON.stringify(wanted)})`);

  async function find(wanted: Wanted): Promise<Seen> {
    return vi.waitFor(async () => {
      const seen = await look(wanted);
      // What stands there instead says why, on a machine that nobody can look at.
      if (!seen) throw new Error(`there is no ${wanted.role} ${wanted.name ?? ""} in “${await tab.ask(widgetWords)}”`);
      return seen;
    }, patience);
  }

  async function leaveAndComeBack(url: string): Promise<void> {
    const here = await tab.ask<string>("location.href");
    await tab.goTo(url);
    await vi.waitFor(
      async () => {
        const [at, whole] = await tab.ask<[string, boolean]>("[location.href, document.readyState === 'complete']");
        if (at === here) return;
        // Not while the page is still coming: then nothing would happen.
        if (whole) await tab.ask("(history.back(), 0)");
        throw new Error(`still at ${at}`);
      },
      { ...patience, interval: 500 },
    );
  }

  async function click(wanted: Wanted): Promise<void> {
    await find(wanted);
    // Where the page was scrolled just now, Firefox still touches what stood there before, until it has drawn the page anew.
    await tab.ask(drawnAnew);
    const { x, y } = await vi.waitFor(async () => {
      const [before, now] = [await look(wanted), await look(wanted)];
      // What moves would be missed.
      if (!now?.free || before?.y !== now.y) throw new Error(`${wanted.role} ${wanted.name ?? ""} cannot be reached`);
      return now;
    }, patience);
    await tab.clickAt(x, y);
  }

  return {
    tab,
    look,
    find,
    click,
    leaveAndComeBack,
    async pick(wanted, letters) {
      await click(wanted);
      await tab.type(letters);
      await tab.press("Enter");
    },
  };
}

/** The same with a finger instead of the mouse. */
export function byTouch({ tab }: Hand): Hand {
  return handOn({ ...tab, clickAt: tab.tapAt });
}

/** The same without a mouse: from where the focus is, by Tab (or backwards) to it and by the keys that it takes. */
export function byKeyboard(hand: Hand): Hand {
  const { tab, look, find } = hand;

  async function reach(wanted: Wanted): Promise<void> {
    await find({ ...wanted, still: true });
    for (let steps = 0; !(await look({ ...wanted, still: true }))?.focused; steps++) {
      if (steps > 60) throw new Error(`Tab does not come to the ${wanted.role} ${wanted.name ?? ""}`);
      const within = wanted.role === "radio" && (await tab.ask<boolean>(onRadio));
      await tab.press(within ? "ArrowRight" : wanted.before ? "BackTab" : "Tab");
    }
  }

  return {
    ...hand,
    async click(wanted) {
      // The focus stays in the field above a list.
      if (wanted.role === "option") return find({ ...wanted, still: true }).then(() => tab.press("Enter"));
      await reach(wanted);
      if (wanted.role === "button") await tab.press("Enter");
      if (wanted.role === "checkbox") await tab.press("Space");
    },
    async pick(wanted, letters) {
      await reach(wanted);
      await tab.type(letters);
    },
  };
}

const drawnAnew =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100, true))))";

const widgetWords =
  "[...document.querySelectorAll('liftline-search')].map(({ shadowRoot }) => shadowRoot?.textContent).join()";

/** Tab passes a group of them as one. */
const onRadio = `document.activeElement?.shadowRoot?.activeElement?.type === "radio"`;
