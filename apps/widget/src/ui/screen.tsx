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
  useLayoutEffect(() => {
    if ((arrived ?? moved.current) && heading.current) takeFocus(heading.current);
  }, []);
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
function takeFocus(heading: HTMLElement): void {
  const root = heading.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const active = heading.ownerDocument.activeElement;
  if (root.activeElement || active === null || active === heading.ownerDocument.body || active === root.host)
    heading.focus();
}
