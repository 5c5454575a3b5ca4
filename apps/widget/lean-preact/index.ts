import type { Instance } from "./instance.ts";
import type { Props } from "./vnode.ts";

export { render } from "./draw.ts";
export { Fragment, h, h as createElement } from "./vnode.ts";

/** There is one context; what is under its provider is drawn with it. Who keeps a drawing (`useMemo`) names what it read. */
export function createContext(): { Provider: (this: Instance, props: Props) => unknown } {
  return { Provider };
}

function Provider(this: Instance, { children }: Props): unknown {
  this.provides = true;
  return children;
}
