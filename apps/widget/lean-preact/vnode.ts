// oxlint-disable typescript/no-unsafe-type-assertion -- what JSX is given has been checked by Preact's own types
import type { Instance } from "./instance.ts";

export type Props = Readonly<Record<string, unknown>>;
export type Component = (this: Instance, props: Props) => unknown;

/** Shared by all that have none: of a long list most of what is kept would be empty lists. */
export const none: readonly never[] = [];

/** One thing to draw: an element by its name, a component by its function, a text by null. What `h` returns. */
export class VNode {
  declare readonly type: string | Component | null;
  declare readonly props: Props;
  declare readonly key: unknown;
  declare readonly ref: { current: unknown } | undefined;
  /** What is drawn inside; null keeps the place of nothing. */
  inside: readonly (VNode | null)[] = none;
  /** None: not drawn. */
  declare above: VNode | null | undefined;
  /** Of an element or a text. */
  declare dom: Node | null | undefined;
  /** Of a component. */
  declare instance: Instance | null | undefined;

  constructor(type: VNode["type"], props: Props, key?: unknown, ref?: VNode["ref"]) {
    this.type = type;
    this.props = props;
    this.key = key;
    this.ref = ref;
  }
}

/** JSX calls it. */
export function h(type: string | Component, props: Record<string, unknown> | null, ...children: unknown[]): VNode {
  const { key, ref, ...rest } = props ?? {};
  if (children.length > 0) rest["children"] = children.length > 1 ? children : children[0];
  return new VNode(type, rest, key, ref as VNode["ref"]);
}

export function Fragment({ children }: Props): unknown {
  return children;
}
