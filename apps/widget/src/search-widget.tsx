import { render } from "preact";
import { App } from "./app.tsx";
import { attributeNames, attributeOf, readAttributes, type AttributeName, type Attributes } from "./attributes.ts";
import type { LiftlineEvent } from "./events.ts";
import { texts as englishTexts } from "./messages/english-first.ts";
import { findLanguage } from "./messages/load-catalogue.ts";
import type { Texts } from "./messages/pack-texts.ts";
import css from "./styles/widget.css?inline";

/** What an element does: lifecycle, attributes in, events out. What is on screen is `App`'s affair. */
export class SearchWidget {
  readonly #element: HTMLElement;
  /** Where the script came from. */
  readonly #backend: string;
  #root: ShadowRoot | null = null;
  #failed = false;
  #warned = new Set<string>();
  #mounted = false;
  #drawn = 0;
  /** However many a page sets at once, the widget is drawn once. */
  readonly #attributes = new MutationObserver(() => this.#guard(() => this.#draw()));

  constructor(element: HTMLElement, backend: string) {
    this.#element = element;
    this.#backend = backend;
  }

  connect(): void {
    this.#guard(() => {
      for (const name of attributeNames) this.#upgrade(name);
      this.#mounted = true;
      this.#attributes.observe(this.#element, { attributeFilter: attributeNames.map(attributeOf) });
      this.#draw();
    });
  }

  disconnect(): void {
    // A move is a removal and an insertion in one go: only who is still gone a microtask later has left.
    queueMicrotask(() => {
      if (this.#element.isConnected || !this.#mounted) return;
      this.#mounted = false;
      this.#attributes.disconnect();
      this.#drawn += 1;
      this.#guard(() => this.#root && render(null, this.#root));
    });
  }

  #draw(): void {
    if (this.#failed) return;
    const attributes = readAttributes((name) => this.#element.getAttribute(name), this.#warn);
    const { tag, texts } = findLanguage(attributes.lang ?? pageLanguage(this.#element));
    const drawing = ++this.#drawn;
    const show = (texts: Texts, language: string) => {
      if (drawing === this.#drawn && this.#mounted) this.#guard(() => this.#render(attributes, texts, language));
    };
    // A language file that does not come must not cost the visitor the widget.
    if (texts instanceof Promise)
      texts.then(
        (file) => show(file, tag),
        () => show(englishTexts, "en-GB"),
      );
    else show(texts, tag);
  }

  #render({ backend, embedKey, lang: _, ...prefill }: Attributes, texts: Texts, language: string): void {
    const root = (this.#root ??= takeRoot(this.#element));
    if (!embedKey) this.#warn("embed-key is missing; it looks like pk_…");
    const here = { backend: backend ?? this.#backend, embedKey: embedKey ?? "", prefill };
    // Another broker, or another trip that the page wishes for, is another journey.
    const key = JSON.stringify(here);
    const hooks = { emit: this.#emit, warn: this.#warn, fail: this.#fail };
    render(<App key={key} {...here} {...hooks} language={language} texts={texts} />, root);
  }

  /** A property that was set before this class was known hides ours: take it off and set it again. */
  #upgrade(name: AttributeName): void {
    if (!Object.hasOwn(this.#element, name)) return;
    const value: unknown = Reflect.get(this.#element, name);
    Reflect.deleteProperty(this.#element, name);
    Reflect.set(this.#element, name, value);
  }

  readonly #emit = ({ name, detail }: LiftlineEvent): void => {
    this.#element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };

  readonly #warn = (message: string): void => {
    if (!this.#warned.has(message)) console.warn(`liftline-search: ${message}`);
    this.#warned.add(message);
  };

  /** Our faults stay ours: a host page never sees one thrown. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What the page itself offers is still there. */
  readonly #fail = (error: unknown): void => {
    this.#failed = true;
    this.#warn(String(error));
    this.#root?.replaceChildren(document.createElement("slot"));
  };
}

/** Takes over from the loader: its room ends in the same frame in which the form is drawn. */
function takeRoot(element: HTMLElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  // Only adopted sheets pass a strict CSP.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren();
  return root;
}

/** The language of the nearest ancestor that says one, through shadow roots. */
function pageLanguage(element: Element): string {
  const said = element.closest("[lang]")?.getAttribute("lang");
  const root = element.getRootNode();
  return said || (root instanceof ShadowRoot ? pageLanguage(root.host) : "en-GB");
}
