import type { Attributes } from "./attributes.ts";
import { defineProperties } from "./define-properties.ts";
import { createSearchWidget } from "./search-widget.tsx";

/** Named so that the class can be evaluated where there is no DOM (a server that renders the page). */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/** `<liftline-search>` of pages that bundle the widget; those with the script tag have the loader's. */
export class LiftlineSearchElement extends Base {
  /** Where the backend is, unless an element says otherwise; `defineLiftline` sets it. */
  static scriptBackend = "";

  readonly #widget = createSearchWidget(this, LiftlineSearchElement.scriptBackend);

  declare embedKey: Attributes["embedKey"];
  declare backend: Attributes["backend"];
  declare currency: Attributes["currency"];
  declare from: Attributes["from"];
  declare to: Attributes["to"];
  declare date: Attributes["date"];
  declare returnDate: Attributes["returnDate"];
  declare passengers: Attributes["passengers"];
  declare trip: Attributes["trip"];

  static {
    defineProperties(this.prototype);
  }

  connectedCallback(): void {
    this.#widget.connect();
  }

  disconnectedCallback(): void {
    this.#widget.disconnect();
  }
}
