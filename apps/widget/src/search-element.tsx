import { render } from "preact";
import { App } from "./app.tsx";
import { attributeNames, attributeOf, readAttributes, type AttributeName, type Attributes } from "./attributes.ts";
import type { LiftlineEvent } from "./events.ts";
import { texts as englishTexts } from "./messages/english-first.ts";
import { findLanguage } from "./messages/load-catalogue.ts";
import type { Texts } from "./messages/pack-texts.ts";
import css from "./styles/first.css?inline";

/** Named so that the class can be evaluated where there is no DOM (a server that renders the page). */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/** `<liftline-search>`: lifecycle, attributes in, events out. What is on screen is `App`'s affair. */
export class LiftlineSearchElement extends Base {
  static observedAttributes = attributeNames.map(attributeOf);

  /** Where the script came from; `defineLiftline` sets it. */
  static scriptBackend = "";

  #root: ShadowRoot | null = null;
  #adopted = new Set<string>();
  #warned = new Set<string>();
  #mounted = false;
  #drawn = 0;

  declare embedKey: Attributes["embedKey"];
  declare backend: Attributes["backend"];
  declare currency: Attributes["currency"];
  declare from: Attributes["from"];
  declare to: Attributes["to"];
  declare date: Attributes["date"];
  declare returnDate: Attributes["returnDate"];
  declare passengers: Attributes["passengers"];

  static {
    // `lang` is a property of every element already.
    for (const name of attributeNames) if (name !== "lang") defineProperty(this.prototype, name);
  }

  connectedCallback(): void {
    this.#guard(() => {
      for (const name of attributeNames) this.#upgrade(name);
      this.#mounted = true;
      this.#draw();
    });
  }

  disconnectedCallback(): void {
    // A move is a removal and an insertion in one go: only who is still gone a microtask later has left.
    queueMicrotask(() => {
      if (this.isConnected || !this.#mounted) return;
      this.#mounted = false;
      this.#drawn += 1;
      this.#guard(() => this.#root && render(null, this.#root));
    });
  }

  attributeChangedCallback(): void {
    if (this.#mounted) this.#guard(() => this.#draw());
  }

  /** The attributes as they are read now. */
  get settings(): Attributes {
    return readAttributes((name) => this.getAttribute(name), this.#warn);
  }

  #draw(): void {
    const attributes = this.settings;
    const { tag, texts } = findLanguage(attributes.lang ?? pageLanguage(this));
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
    const root = (this.#root ??= this.attachShadow({ mode: "open" }));
    this.#adopt(css);
    if (!embedKey) this.#warn("embed-key is missing; it looks like pk_…");
    const here = { backend: backend ?? LiftlineSearchElement.scriptBackend, embedKey: embedKey ?? "", prefill };
    // Another broker, or another trip that the page wishes for, is another journey.
    const key = JSON.stringify(here);
    const hooks = { emit: this.#emit, adopt: this.#adopt, warn: this.#warn };
    render(<App key={key} {...here} {...hooks} language={language} texts={texts} />, root);
  }

  /** A property that was set before this class was known hides ours: take it off and set it again. */
  #upgrade(name: AttributeName): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  readonly #emit = ({ name, detail }: LiftlineEvent): void => {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };

  readonly #adopt = (css: string): void => {
    if (this.#adopted.has(css)) return;
    this.#adopted.add(css);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root?.adoptedStyleSheets.push(sheet);
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
      this.#warn(String(error));
    }
  }
}

/** The attribute is the only truth; the property reads and writes it. */
function defineProperty(prototype: LiftlineSearchElement, name: AttributeName): void {
  const attribute = attributeOf(name);
  Object.defineProperty(prototype, name, {
    get(this: LiftlineSearchElement) {
      return this.settings[name];
    },
    set(this: LiftlineSearchElement, value: string | number | null | undefined) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    },
  });
}

/** The language of the nearest ancestor that says one, through shadow roots. */
function pageLanguage(element: Element): string {
  const said = element.closest("[lang]")?.getAttribute("lang");
  const root = element.getRootNode();
  return said || (root instanceof ShadowRoot ? pageLanguage(root.host) : "en-GB");
}
