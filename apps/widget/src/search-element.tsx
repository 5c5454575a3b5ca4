import { createClient, type Client } from "@liftline/api-client";
import { render } from "preact";
import { App } from "./app.tsx";
import { attributeNames, attributeOf, readAttributes, type AttributeName, type Attributes } from "./attributes.ts";
import type { LiftlineEvent } from "./events.ts";
import type { FirstCatalogue } from "./messages/catalogue.ts";
import { searchEnGB } from "./messages/en-gb.search.ts";
import { findLanguage } from "./messages/load-catalogue.ts";
import baseCss from "./styles/base.css?inline";
import searchCss from "./styles/search.css?inline";
import tokensCss from "./styles/tokens.css?inline";
import { createTabStorage } from "./tab-storage.ts";
import type { TabStorage } from "./widget-context.ts";

/** Named so that the class can be evaluated where there is no DOM (a server that renders the page). */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

interface Wiring {
  key: string;
  client: Client;
  storage: TabStorage;
}

/** `<liftline-search>`: lifecycle, attributes in, events out. What is on screen is `App`'s affair. */
export class LiftlineSearchElement extends Base {
  static observedAttributes = attributeNames.map(attributeOf);

  /** Where the script came from; `defineLiftline` sets it. */
  static scriptBackend = "";

  #root: ShadowRoot | null = null;
  #sheets = new Map<string, CSSStyleSheet>();
  #warned = new Set<string>();
  #wiring: Wiring | null = null;
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
    for (const name of attributeNames.filter((each) => each !== "lang")) defineProperty(this, name);
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
    const { tag, catalogue } = findLanguage(attributes.lang ?? pageLanguage(this));
    const drawing = ++this.#drawn;
    const show = (texts: FirstCatalogue, language: string) => {
      if (drawing === this.#drawn && this.#mounted) this.#render(attributes, texts, language);
    };
    if (!(catalogue instanceof Promise)) return show(catalogue, tag);
    // A language file that does not come must not cost the visitor the widget.
    catalogue.then((texts) => show(texts, tag)).catch(() => this.#guard(() => show(searchEnGB, "en-GB")));
  }

  #render(attributes: Attributes, catalogue: FirstCatalogue, language: string): void {
    const root = (this.#root ??= this.attachShadow({ mode: "open" }));
    for (const css of [tokensCss, baseCss, searchCss]) this.#adopt(css);
    const backend = attributes.backend ?? LiftlineSearchElement.scriptBackend;
    const { embedKey, from, to, date, returnDate, passengers, currency } = attributes;
    const { key, client, storage } = this.#wire(backend, embedKey);
    const prefill = { from, to, date, returnDate, passengers, currency };
    const here = { client, backend, storage, language, catalogue, prefill, now: () => new Date() };
    render(<App key={key} {...here} emit={this.#emit} adopt={this.#adopt} warn={this.#warn} />, root);
  }

  /** A client lives as long as its address and key: another broker is another journey. */
  #wire(backend: string, embedKey: string): Wiring {
    const key = `${backend} ${embedKey}`;
    if (this.#wiring?.key !== key) {
      if (!embedKey) this.#warn("liftline-search: the attribute embed-key is missing; it looks like pk_….");
      const client = createClient({ baseUrl: backend, embedKey });
      this.#wiring = { key, client, storage: createTabStorage(embedKey, () => sessionStorage) };
    }
    return this.#wiring;
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
    if (this.#sheets.has(css) || !this.#root) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#sheets.set(css, sheet);
    this.#root.adoptedStyleSheets = [...this.#sheets.values()];
  };

  readonly #warn = (message: string): void => {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    console.warn(message);
  };

  /** Our faults stay ours: a host page never sees one thrown. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#warn(`liftline-search: ${error instanceof Error ? error.message : "unknown fault"}`);
    }
  }
}

/** The attribute is the only truth; the property reads and writes it. */
function defineProperty(prototypeOwner: typeof LiftlineSearchElement, name: AttributeName): void {
  const attribute = attributeOf(name);
  Object.defineProperty(prototypeOwner.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: LiftlineSearchElement) {
      return this.settings[name];
    },
    set(this: LiftlineSearchElement, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    },
  });
}

/** The language of the nearest ancestor that says one, through shadow roots. */
function pageLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const language = node instanceof Element && node.getAttribute("lang");
    if (language) return language;
  }
  return "en-GB";
}
