// oxlint-disable typescript/no-unsafe-type-assertion -- what JSX is given has been checked by Preact's own types
export const SVG = "http://www.w3.org/2000/svg";

type Handlers = Record<string, (event: Event) => unknown>;

const handlersOf = new WeakMap<EventTarget, Handlers>();

/** A handler (`onClick`), a property where the element has one, or else an attribute; undefined takes it off. */
export function setProperty(dom: Element, name: string, value: unknown): void {
  if (name.startsWith("on")) return setHandler(dom, name.slice(2).toLowerCase(), value as Handlers[string] | undefined);
  // The properties of SVG are read only, as some others are: then it is an attribute.
  const isProperty = value !== undefined && name in dom && name !== "role" && dom.namespaceURI !== SVG;
  if (isProperty && Reflect.set(dom, name, value)) return;
  // `false` is a value of `aria-…`.
  if (value == null || (value === false && name[4] !== "-")) dom.removeAttribute(name);
  else dom.setAttribute(name, value as string);
}

function setHandler(dom: Element, type: string, handler: Handlers[string] | undefined): void {
  const handlers = handlersOf.get(dom) ?? {};
  handlersOf.set(dom, handlers);
  if (!(type in handlers)) dom.addEventListener(type, handle);
  handlers[type] = handler ?? (() => undefined);
}

function handle(this: Element, event: Event): void {
  handlersOf.get(this)?.[event.type]?.(event);
}
