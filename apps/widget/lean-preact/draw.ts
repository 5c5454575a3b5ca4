// oxlint-disable typescript/no-unsafe-type-assertion -- what JSX is given has been checked by Preact's own types
import { endEffects, endHooks, guard, runAfterDraw, startHooks } from "./hooks.ts";
import { Instance } from "./instance.ts";
import { setProperty } from "./set-property.ts";
import { Fragment, none, VNode, type Props } from "./vnode.ts";

const SVG = "http://www.w3.org/2000/svg";
const roots = new WeakMap<Node, VNode>();
const stale: Instance[] = [];
/** Instances with layout effects, in the order in which they run: inner ones first. */
let done: Instance[] = [];

/** Draws into a node of which it has the children to itself; null takes everything off again. */
export function render(child: unknown, host: Node): void {
  const root = roots.get(host) ?? new VNode("", {});
  roots.set(host, root);
  root.dom = host;
  draw(root, () => drawInside(root, child));
}

/** What is inside a host, drawn by `act`, is put in its place, and then layout effects run. */
function draw(host: VNode, act: () => void): void {
  done = [];
  act();
  place(host);
  done.forEach(runAfterDraw);
}

function redraw(instance: Instance): void {
  if (instance.stale) return;
  instance.stale = true;
  if (stale.push(instance) === 1) queueMicrotask(drawStale);
}

/** Outer ones first: they may do away with inner ones, or draw them along. */
function drawStale(): void {
  for (let instance; (instance = stale.sort((a, b) => depthOf(a) - depthOf(b)).shift());) {
    if (instance.stale && instance.vnode) guard(instance, drawAgain);
  }
}

function depthOf({ vnode }: Instance): number {
  let depth = 0;
  for (let above = vnode; above; above = above.above) depth += 1;
  return depth;
}

function drawAgain(instance: Instance): void {
  const host = instance.vnode && hostOf(instance.vnode);
  if (host) draw(host, () => drawInstance(instance));
}

/** The nearest that has a node of its own. */
function hostOf(vnode: VNode): VNode | null | undefined {
  let { above } = vnode;
  while (above && !above.dom) ({ above } = above);
  return above;
}

function drawInside(vnode: VNode, children: unknown): void {
  const left = [...vnode.inside];
  const list: unknown[] = Array.isArray(children) ? children : [children];
  vnode.inside = list.map((child, at) => {
    let next = toVNode(child);
    if (!next) return null;
    const { key, type } = next;
    const fits = (old: VNode | null | undefined) => old?.type === type && old.key === key;
    // What stood here, or else the first of its kind.
    const from = fits(left[at]) ? at : left.findIndex(fits);
    const match = left[from] ?? null;
    if (match) left[from] = null;
    // A drawing that somebody keeps, and that is on the page already, is drawn a second time as another.
    if (next.above && next !== match) next = new VNode(type, next.props, key, next.ref);
    next.above = vnode;
    if (next !== match) drawOne(next, match);
    return next;
  });
  for (const old of left) if (old) remove(old, false);
}

function toVNode(child: unknown): VNode | null {
  if (Array.isArray(child)) return new VNode(Fragment, { children: child });
  if (typeof child === "string" || typeof child === "number") return new VNode(null, { children: child });
  // Whatever else an answer may hold in the place of a text is nothing to draw.
  return child instanceof VNode ? child : null;
}

function drawOne(next: VNode, old: VNode | null): void {
  if (old) {
    next.inside = old.inside;
    next.dom = old.dom;
    next.instance = old.instance;
  }
  if (typeof next.type === "function") {
    const instance = (next.instance ??= new Instance(redraw));
    instance.vnode = next;
    drawInstance(instance);
  } else if (next.type === null) {
    const text = next.props["children"] as string;
    if (!next.dom) next.dom = document.createTextNode(text);
    else if (text !== old?.props["children"]) next.dom.nodeValue = text;
  } else {
    drawElement(next, old ? old.props : {});
  }
  if (next.ref) next.ref.current = next.dom;
}

function drawInstance(instance: Instance): void {
  const { vnode } = instance;
  if (typeof vnode?.type !== "function") return;
  instance.stale = false;
  startHooks(instance);
  const drawn = vnode.type.call(instance, vnode.props);
  endHooks(instance);
  drawInside(vnode, drawn);
  if (instance.afterDraw.length > 0) done.push(instance);
}

function drawElement(next: VNode, before: Props): void {
  const { props } = next;
  const type = String(next.type);
  const dom = (next.dom ??= createElement(next, type)) as Element;
  const text = textIn(props);
  // A text alone needs no drawing of its own: a third of a long list would be such. What was drawn goes first, for browsers
  // leave an element alone that has the same text already.
  if (text !== textIn(before)) {
    drawInside(next, null);
    dom.textContent = text;
  }
  // Ahead of the attributes: a select takes a value only once it has its options.
  if (!text) drawInside(next, props["children"]);
  place(next);
  for (const name in { ...before, ...props }) {
    // What the visitor changes is compared with what they have made of it.
    const old = name === "value" || name === "checked" ? Reflect.get(dom, name) : before[name];
    if (name !== "children" && props[name] !== old) setProperty(dom, name, props[name], old);
  }
}

function textIn({ children }: Props): string {
  return typeof children === "string" ? children : "";
}

function createElement(next: VNode, type: string): Element {
  const isDrawing = type === "svg" || hostOf(next)?.dom instanceof SVGElement;
  return isDrawing ? document.createElementNS(SVG, type) : document.createElement(type);
}

/** Puts the nodes inside a host in the order in which they are drawn. Those that are right already are not touched. */
function place(host: VNode): void {
  const parent = host.dom as Node;
  let next = parent.firstChild;
  const visit = ({ inside }: VNode): void => {
    for (const vnode of inside) {
      if (!vnode) continue;
      if (!vnode.dom) visit(vnode);
      else if (vnode.dom === next) next = next.nextSibling;
      else parent.insertBefore(vnode.dom, next);
    }
  };
  visit(host);
}

function remove(vnode: VNode, detached: boolean): void {
  const { ref, dom, instance, inside } = vnode;
  if (ref && ref.current === dom) ref.current = null;
  if (instance) {
    endEffects(instance);
    instance.vnode = null;
  }
  for (const child of inside) if (child) remove(child, detached || !!dom);
  if (dom && !detached) (dom as ChildNode).remove();
  vnode.inside = none;
  vnode.above = vnode.dom = vnode.instance = null;
}
