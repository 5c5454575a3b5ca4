import type { SearchWidget } from "./search-widget.tsx";
import css from "./styles/reserved.css?inline";

/*
 * What a page pays at once: the element and the room that the form will take. The rest comes with
 * the first element that comes near the viewport.
 */

const name = "liftline-search";
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The element until its widget has come, and its lifecycle from then on. */
class Frame extends HTMLElement {
  #widget: SearchWidget | undefined;
  readonly #near = new IntersectionObserver(
    (seen) => {
      if (seen.some((each) => each.isIntersecting)) void this.#load();
    },
    // A screen ahead: who scrolls finds it there.
    { rootMargin: "100%" },
  );

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement("slot"));
  }

  connectedCallback(): void {
    if (this.#widget) this.#widget.connect();
    else this.#near.observe(this);
  }

  disconnectedCallback(): void {
    this.#near.disconnect();
    this.#widget?.disconnect();
  }

  async #load(): Promise<void> {
    this.#near.disconnect();
    try {
      const { createWidget } = await import("./entry.ts");
      this.#widget ??= createWidget(this);
      if (this.isConnected) this.#widget.connect();
    } catch {
      // The browser has said why. What the page offers stays, and one that was offline tries again.
      addEventListener("online", () => this.#near.observe(this), { once: true });
    }
  }
}

// A second script tag, or another version on the same page, changes nothing.
if (!customElements.get(name)) customElements.define(name, Frame);
