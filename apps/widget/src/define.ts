import { LiftlineSearchElement } from "./search-element.ts";

/**
 * Registers the elements, for pages that bundle the widget; importing this defines nothing. `backend` is where yours runs,
 * such as `https://leads.example.com`. A second call, or a script tag on the same page, changes nothing.
 */
export function defineLiftline({ backend }: { backend: string }): void {
  if (typeof customElements === "undefined" || customElements.get("liftline-search")) return;
  LiftlineSearchElement.scriptBackend = backend.replace(/\/+$/, "");
  customElements.define("liftline-search", LiftlineSearchElement);
}
