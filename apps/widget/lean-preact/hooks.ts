// oxlint-disable typescript/no-unsafe-type-assertion -- what JSX is given has been checked by Preact's own types
import type { Hook, Instance } from "./instance.ts";
import { none } from "./vnode.ts";

/** The instance that is being drawn. */
let current: Instance;
let index: number;

/** A hidden tab paints nothing; its effects run all the same. A slow phone paints in less. */
const PAINT_MS = 200;
const waiting: Instance[] = [];

/** From here on hooks are this instance's. What its last drawing left to do is done first. */
export function startHooks(instance: Instance): void {
  runAfterPaint(instance);
  current = instance;
  index = 0;
}

export function endHooks(instance: Instance): void {
  if (instance.afterPaint.length > 0 && waiting.push(instance) === 1) {
    const timer = setTimeout(runWaiting, PAINT_MS);
    requestAnimationFrame(() => {
      // Left alone it would run what is drawn next, ahead of its painting.
      clearTimeout(timer);
      setTimeout(runWaiting);
    });
  }
}

export function runAfterDraw(instance: Instance): void {
  const effects = instance.afterDraw;
  instance.afterDraw = none;
  run(effects);
}

/** Ends what the effects of an instance have begun. */
export function endEffects({ hooks }: Instance): void {
  hooks.forEach(end);
}

export function useState<State>(initial: State | (() => State)): unknown {
  const instance = current;
  const hook = nextHook();
  return (hook.held ??= [
    valueOf(initial),
    (change: unknown) => {
      const [before, set] = hook.held as [State, unknown];
      const after = valueOf(change, before);
      if (Object.is(before, after)) return;
      hook.held = [after, set];
      instance.redraw(instance);
    },
  ]);
}

export function useMemo(make: () => unknown, args: readonly unknown[]): unknown {
  const hook = nextHook();
  if (changed(hook, args)) hook.held = make();
  return hook.held;
}

export function useCallback(callback: unknown, args: readonly unknown[]): unknown {
  return useMemo(() => callback, args);
}

export function useRef(initial: unknown): unknown {
  return useMemo(() => ({ current: initial }), []);
}

export function useEffect(effect: () => unknown, args?: readonly unknown[]): void {
  current.afterPaint = add(current.afterPaint, effect, args);
}

export function useLayoutEffect(effect: () => unknown, args?: readonly unknown[]): void {
  current.afterDraw = add(current.afterDraw, effect, args);
}

export function useContext(): unknown {
  let { vnode } = current;
  while (vnode && !vnode.instance?.provides) vnode = vnode.above;
  return vnode?.props["value"] ?? null;
}

/** What is thrown under this component, except while it is drawn for the first time, comes to `onFault`. */
export function useErrorBoundary(onFault: (error: unknown) => void): void {
  current.onFault = onFault;
}

function nextHook(): Hook {
  return (current.hooks[index++] ??= {});
}

function add(effects: readonly Hook[], effect: () => unknown, args?: readonly unknown[]): readonly Hook[] {
  const hook = nextHook();
  if (!changed(hook, args)) return effects;
  hook.held = effect;
  return [...effects, hook];
}

function changed(hook: Hook, args?: readonly unknown[]): boolean {
  const before = hook.args;
  hook.args = args!;
  return !args || !before || args.some((arg, at) => !Object.is(arg, before[at]));
}

function runWaiting(): void {
  for (let instance; (instance = waiting.shift());) if (instance.vnode) guard(instance, runAfterPaint);
}

function runAfterPaint(instance: Instance): void {
  const effects = instance.afterPaint;
  instance.afterPaint = none;
  run(effects);
}

function run(effects: readonly Hook[]): void {
  effects.forEach(end);
  for (const hook of effects) hook.cleanup = (hook.held as () => unknown)();
}

function end(hook: Hook): void {
  const { cleanup } = hook;
  hook.cleanup = null;
  if (typeof cleanup === "function") cleanup();
}

function valueOf(value: unknown, given?: unknown): unknown {
  return typeof value === "function" ? value(given) : value;
}

/** A fault is told to the nearest component above that wants to know, or else to the page: what else waits is drawn all the same. */
export function guard(instance: Instance, act: (instance: Instance) => void): void {
  try {
    act(instance);
  } catch (error) {
    let vnode = instance.vnode;
    while (vnode && !vnode.instance?.onFault) vnode = vnode.above;
    (vnode?.instance?.onFault ?? reportError)(error);
  }
}
