import { none, type VNode } from "./vnode.ts";

/** A component that is drawn: what its hooks remember from one drawing to the next. */
export class Instance {
  /** As it was drawn last; null once it is off the page. */
  declare vnode: VNode | null | undefined;
  declare provides: boolean | undefined;
  /** Whether something has changed since it was drawn. */
  declare stale: boolean | undefined;
  readonly hooks: Hook[] = [];
  /** Effects that wait for the page to be painted. */
  afterPaint: readonly Hook[] = none;
  /** Layout effects that wait for the drawing to be whole. */
  afterDraw: readonly Hook[] = none;
  declare onFault: ((error: unknown) => void) | undefined;
  /** Asks to be drawn again soon. */
  declare readonly redraw: (instance: Instance) => void;

  constructor(redraw: Instance["redraw"]) {
    this.redraw = redraw;
  }
}

export interface Hook {
  held?: unknown;
  args?: readonly unknown[];
  cleanup?: unknown;
}
