import { attributeNames, attributeOf, parseAttribute } from "./attributes.ts";

/** Every attribute as a property, on an element's prototype: the attribute is the only truth, the property reads and writes it. */
export function defineProperties(prototype: object): void {
  for (const name of attributeNames) {
    // `lang` is a property of every element already.
    if (name in prototype) continue;
    const attribute = attributeOf(name);
    Object.defineProperty(prototype, name, {
      get(this: HTMLElement) {
        return parseAttribute(name, this.getAttribute(attribute));
      },
      // The browser makes a text of a number, and of whatever else a page may set.
      set(this: HTMLElement, value: string | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}
