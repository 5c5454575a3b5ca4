import { render } from "preact";
import { App } from "./app.tsx";
import { attributeNames, attributeOf, readAttributes, type AttributeName, type Attributes } from "./attributes.ts";
import type { LiftlineEvent } from "./events.ts";
import { texts as englishTexts } from "./messages/english-first.ts";
import { findLanguage } from "./messages/load-catalogue.ts";
import type { Texts } from "./messages/pack-texts.ts";
import css from "./styles/widget.css?inline";

/** What an element tells its widget of its life. */
export interface SearchWidget {
  connect(): void;
  disconnect(): void;
}

/** What an element does: lifecycle, attributes in, events out. What is on screen is `App`'s affair. `home`: where the script came from. */
export function createSearchWidget(element: HTMLElement, home: string): SearchWidget {
  let root: ShadowRoot | null = null;
  let isMounted = false;
  let isBroken = false;
  let drawings = 0;
  const warned = new Set<string>();
  /** However many a page sets at once, the widget is drawn once. */
  const attributesChange = new MutationObserver(() => guard(draw));

  function draw(): void {
    if (isBroken) return;
    const attributes = readAttributes((name) => element.getAttribute(name), warn);
    const { tag, texts } = findLanguage(attributes.lang ?? pageLanguage(element));
    const drawing = ++drawings;
    const show = (texts: Texts, language: string) => {
      if (drawing === drawings && isMounted) guard(() => drawApp(attributes, texts, language));
    };
    // A language file that does not come must not cost the visitor the widget.
    if (texts instanceof Promise)
      texts.then(
        (file) => show(file, tag),
        () => show(englishTexts, "en-GB"),
      );
    else show(texts, tag);
  }

  function drawApp({ backend, embedKey, lang: _, ...prefill }: Attributes, texts: Texts, language: string): void {
    root ??= takeRoot(element);
    if (!embedKey) warn("embed-key is missing");
    const here = { backend: backend ?? home, embedKey: embedKey ?? "", prefill };
    // Another broker, or another trip that the page wishes for, is another journey.
    const key = JSON.stringify(here);
    render(<App key={key} {...here} {...{ emit, warn, fail, speak, language, texts }} />, root);
  }

  /** The page's language is none of the broker's. Who reads the page aloud is told, too. */
  function speak(language: string): void {
    element.lang = language;
  }

  function emit({ name, detail }: LiftlineEvent): void {
    element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  function warn(message: string): void {
    if (!warned.has(message)) console.warn(`liftline-search: ${message}`);
    warned.add(message);
  }

  /** Our faults stay ours: a host page never sees one thrown. */
  function guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      fail(error);
    }
  }

  /** What the page itself offers is still there. */
  function fail(error: unknown): void {
    isBroken = true;
    warn(String(error));
    root?.replaceChildren(document.createElement("slot"));
  }

  return {
    connect() {
      guard(() => {
        for (const name of attributeNames) upgrade(element, name);
        isMounted = true;
        attributesChange.observe(element, { attributeFilter: attributeNames.map(attributeOf) });
        draw();
      });
    },
    disconnect() {
      // A move is a removal and an insertion in one go: only who is still gone a microtask later has left.
      queueMicrotask(() => {
        if (element.isConnected || !isMounted) return;
        isMounted = false;
        attributesChange.disconnect();
        drawings += 1;
        guard(() => root && render(null, root));
      });
    },
  };
}

/** A property that was set before the element's class was known hides ours: take it off and set it again. */
function upgrade(element: HTMLElement, name: AttributeName): void {
  if (!Object.hasOwn(element, name)) return;
  const value: unknown = Reflect.get(element, name);
  Reflect.deleteProperty(element, name);
  Reflect.set(element, name, value);
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
