import type { ComponentChildren, VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useWidget } from "../widget-context.ts";

interface ScreenProps {
  /** Names the screen in `::part` and in ids. */
  name: string;
  title: string;
  /** True where the visitor came here from another step: then the heading takes the focus, if the widget has it. Default: as the journey went. */
  arrived?: boolean;
  children: ComponentChildren;
}

/** One step of the journey: a region with a heading. */
export function Screen({ name, title, arrived, children }: ScreenProps): VNode {
  const { moved } = useWidget();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrives = useRef(arrived ?? moved.current);
  const before = focusedBeside(heading.current);
  useLayoutEffect(() => {
    // It also takes the focus of what is no longer there.
    if (arrives.current || before?.isConnected === false) takeFocus(heading.current);
    arrives.current = false;
  });
  return (
    <section class="screen" part={`screen ${name}`} aria-labelledby={`${name}-title`}>
      <h2 class="screen-title" id={`${name}-title`} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Only from within: a visitor who has moved on to another part of the page is not called back. */
function takeFocus(heading: HTMLElement | null): void {
  if (focusedBeside(heading) || document.activeElement === document.body) heading?.focus();
}

function focusedBeside(heading: HTMLElement | null): Element | null {
  const root = heading?.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}
