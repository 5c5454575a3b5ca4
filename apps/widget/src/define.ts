import { LiftlineSearchElement } from "./search-element.tsx";

/** Registers the elements. A second script tag, or another version on the same page, changes nothing. */
export function defineLiftline(backend: string): void {
  if (customElements.get("liftline-search")) return;
  LiftlineSearchElement.scriptBackend = backend;
  customElements.define("liftline-search", LiftlineSearchElement);
}

/** The script lies two folders below the backend: `{backend}/widget/{version}/liftline.js`. */
function backendOf(script: string): string {
  const { origin, pathname } = new URL(script);
  return origin + pathname.split("/").slice(0, -3).join("/");
}

try {
  defineLiftline(backendOf(import.meta.url));
} catch (error) {
  console.warn("liftline:", error);
}
