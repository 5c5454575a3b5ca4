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
  /** Frames, in milliseconds, of a scroll through everything, by so many pixels a frame. */
  scrollThrough: (pixels: number) => Promise<number[]>;
  /** Inside of the widget. */
  all: (selector: string) => HTMLElement[];
}

declare global {
  var bench: PageClock;
}

export function installPageClock(): void {
  const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));

  /**
   * After the frame that shows it: its painting is done by then. Until then it is asked for by a timer, because a page that
   * asks for frames has more of them made than it needs.
   */
  async function painted(ready: () => boolean): Promise<number> {
    const giveUp = performance.now() + 30_000;
    while (!ready()) {
      await new Promise((done) => setTimeout(done, 4));
      if (performance.now() > giveUp) throw new Error(`never painted: ${String(ready)}`);
    }
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
      const frames: number[] = [];
      let before = await nextFrame();
      // What is left below may still grow: only a page that stays at its end is at its end.
      for (let still = 0; still < 5;) {
        const position = scrollY;
        scrollBy(0, pixels);
        const now = await nextFrame();
        frames.push(now - before);
        before = now;
        still = scrollY === position ? still + 1 : 0;
      }
      return frames;
    },
  };
}
