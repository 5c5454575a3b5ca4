// oxlint-disable typescript/no-unsafe-type-assertion -- what JSX is given has been checked by Preact's own types
/** A handler (`onClick`), a property where the element has one, or else an attribute; undefined takes it off. */
export function setProperty(dom: Element, name: string, value: unknown, before: unknown): void {
  if (name.startsWith("on")) {
    const type = name.slice(2).toLowerCase();
    dom.removeEventListener(type, before as EventListener);
    dom.addEventListener(type, value as EventListener);
    return;
  }
  // What is read only, as all of SVG is, is an attribute.
  if (value !== undefined && name in dom && Reflect.set(dom, name, value)) return;
  // `false` is a value of `aria-…`.
  if (value == null || (value === false && name[4] !== "-")) dom.removeAttribute(name);
  else dom.setAttribute(name, value as string);
}
