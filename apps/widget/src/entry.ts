import { defineProperties } from "./define-properties.ts";
import { createSearchWidget, type SearchWidget } from "./search-widget.tsx";

/** The script lies two folders below the backend: `{backend}/widget/{version}/liftline.js`. */
const { origin, pathname } = new URL(import.meta.url);
const backend = origin + pathname.split("/").slice(0, -3).join("/");

/** What the loader asks for when an element comes near. */
export function createWidget(element: HTMLElement): SearchWidget {
  defineProperties(Object.getPrototypeOf(element));
  return createSearchWidget(element, backend);
}
