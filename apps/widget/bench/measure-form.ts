import type { Page } from "playwright-core";
import type { SlowBrowser } from "./slow-page.ts";
import { categories, marks, readTrace } from "./thread-time.ts";

/** A form that is drawn into an empty page. */
export interface FormVariant {
  name: string;
  /** Scripts that the browser has in its cache. */
  cached: readonly string[];
  /** The one that the page names; the others come by it. */
  script: string;
  /** What stands in the page's body. */
  body: string;
  /** The button by which one knows that the form is whole, through an open shadow root. */
  button: string;
}

/** In milliseconds. */
export interface FormFigures {
  /** Compiling and running modules on the main thread, before the form is drawn. */
  script: number;
  /** Of the main thread until then, without what others take of the processor. */
  cpu: number;
  /** From the script tag's arrival in the page to the painted form. */
  painted: number;
}

export function measureForm(
  { browser, measure }: SlowBrowser,
  url: string,
  variant: FormVariant,
): Promise<FormFigures> {
  const visit = { url, viewport: { width: 1280, height: 800 }, cached: variant.cached };
  return measure(visit, async (page) => {
    await browser.startTracing(page, { categories });
    const painted = await paintForm(page, variant);
    return { painted, ...readTrace(await browser.stopTracing()) };
  });
}

function paintForm(page: Page, { script, body, button }: FormVariant): Promise<number> {
  return page.evaluate(
    async ({ src, markup, selector, start, end }) => {
      // What brought this function here is over by then.
      await new Promise((done) => setTimeout(done, 50));
      const milliseconds = await globalThis.bench.untilPainted(
        () => {
          performance.mark(start);
          document.body.innerHTML = markup;
          document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
        },
        () => (document.body.firstElementChild?.shadowRoot ?? document).querySelector(selector) !== null,
      );
      performance.mark(end);
      return milliseconds;
    },
    { src: script, markup: body, selector: button, ...marks },
  );
}
