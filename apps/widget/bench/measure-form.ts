import type { Page } from "playwright-core";
import type { SlowBrowser, Visit } from "./slow-page.ts";
import { categories, marks, readTrace, type ThreadTime } from "./thread-time.ts";

/** A form that is drawn into an empty page. */
export interface FormVariant extends Pick<Visit, "cached" | "loaded"> {
  name: string;
  /** The one that the page names; the others come by it. */
  script: string;
  /** What stands in the page's body. */
  body: string;
  /** The button by which one knows that the form is whole, through an open shadow root. */
  button: string;
}

const viewport = { width: 1280, height: 800 };

/** Milliseconds from the script tag's arrival in the page to the painted form. */
export function measureForm({ measure }: SlowBrowser, url: string, variant: FormVariant): Promise<number> {
  return measure({ url, viewport, ...variant }, (page) => paintForm(page, variant));
}

/** What the main thread does until then. Of a page of its own, for writing the trace slows down what it tells of. */
export function traceForm({ browser, measure }: SlowBrowser, url: string, variant: FormVariant): Promise<ThreadTime> {
  return measure({ url, viewport, ...variant }, async (page) => {
    await browser.startTracing(page, { categories });
    await paintForm(page, variant);
    return readTrace(await browser.stopTracing());
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
