import type { VNode } from "./vnode.ts";

/** A component that is drawn: what its hooks remember from one drawing to the next. */
export class Instance {
  /** As it was drawn last; null once it is off the page. */
  vnode: VNode | null = null;
  provides = false;
  /** Whether something has changed since it was drawn. */
  stale = false;
  readonly hooks: Hook[] = [];
  /** Effects that wait for the page to be painted. */
  afterPaint: Hook[] = [];
  /** Layout effects that wait for the drawing to be whole. */
  afterDraw: Hook[] = [];
  onFault: ((error: unknown) => void) | null = null;
  /** Asks to be drawn again soon. */
  readonly redraw: (instance: Instance) => void;

  constructor(redraw: Instance["redraw"]) {
    this.redraw = redraw;
  }
}

export interface Hook {
  held?: unknown;
  args?: readonly unknown[];
  cleanup?: unknown;
}
