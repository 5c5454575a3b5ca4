/** What runs in the measured page. Installed by its source: nothing outside of the function is there. */
export interface PageClock {
  /** Milliseconds of a loop that is always the same: how fast the machine is just now. */
  calibrate: () => number;
  /** Runs `act`, waits until `ready` holds and the frame that shows it is on its way to the screen. */
  untilPainted: (act: () => void, ready: () => boolean) => Promise<number>;
  /** When the answer to the search had arrived as text, in `performance.now()`. */
  answeredAt: number;
  /** From there until that many cards are painted. */
  cardsPainted: (count: number) => Promise<number>;
  /** A scroll through everything, by so many pixels a frame: of each screenful the longest frame, in milliseconds. */
  scrollThrough: (pixels: number) => Promise<number[]>;
  /** Inside of the widget. */
  all: (selector: string) => HTMLElement[];
}

declare global {
  var bench: PageClock;
}

export function installPageClock(): void {
  const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));

  const changes = new Set<() => void>();
  const observer = new MutationObserver(() => changes.forEach((look) => look()));
  const observe = (node: Node) => observer.observe(node, { attributes: true, childList: true, subtree: true });
  observe(document);
  const usualAttach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = usualAttach.call(this, init);
    observe(root);
    return root;
  };

  /** Told by the change itself: a page that is asked again and again has more to do, and by frames more to paint. */
  function changed(ready: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error(`never painted: ${String(ready)}`)), 30_000);
      const look = () => {
        if (!ready()) return;
        clearTimeout(giveUp);
        changes.delete(look);
        resolve();
      };
      changes.add(look);
      look();
    });
  }

  /** After the frame that shows it: its painting is done by then. */
  async function painted(ready: () => boolean): Promise<number> {
    await changed(ready);
    await nextFrame();
    // Ahead of what was put off until the form is painted.
    await scheduler.postTask(() => {}, { priority: "user-blocking" });
    return performance.now();
  }

  const all = (selector: string) => [
    ...(document.querySelector("liftline-search")?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];

  const usualFetch = globalThis.fetch;
  globalThis.fetch = async (...call) => {
    const response = await usualFetch(...call);
    if (!String(call[0]).endsWith("/searches")) return response;
    // The network's part ends here; reading the answer is the widget's.
    const copy = new Response(await response.text(), { headers: response.headers });
    globalThis.bench.answeredAt = performance.now();
    return copy;
  };

  globalThis.bench = {
    answeredAt: Number.NaN,
    all,
    calibrate() {
      const start = performance.now();
      let mixed = 1;
      for (let index = 0; index < 4_000_000; index += 1) mixed = Math.imul(mixed ^ index, 0x5bd1e995) ^ (mixed >>> 13);
      return performance.now() - start + (mixed === 0.5 ? 1 : 0);
    },
    async untilPainted(act, ready) {
      const start = performance.now();
      act();
      return (await painted(ready)) - start;
    },
    async cardsPainted(count) {
      const at = await painted(() => all("article").length >= count);
      return at - globalThis.bench.answeredAt;
    },
    async scrollThrough(pixels) {
      const longest: number[] = [];
      let before = await nextFrame();
      // What is left below may still grow: only a page that stays at its end is at its end.
      for (let still = 0; still < 5;) {
        const position = scrollY;
        scrollBy(0, pixels);
        const now = await nextFrame();
        const screenful = Math.floor(position / innerHeight);
        longest[screenful] = Math.max(longest[screenful] ?? 0, now - before);
        before = now;
        still = scrollY === position ? still + 1 : 0;
      }
      return longest;
    },
  };
}
