import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const GAP = 6;
const MIN_WIDTH = 280;
const MAX_HEIGHT = 380;

/**
 * Opens a popup and keeps it beside its anchor, in the top layer: no ancestor of the host page can clip or cover it. Give the
 * popup `popover="manual"`.
 */
export function usePopup(anchor: RefObject<HTMLElement | null>, popup: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const from = anchor.current;
    const box = popup.current;
    const seen = visualViewport;
    if (!from || !box || !seen) return;
    const place = () => placePopup(from, box, seen);
    const end = new AbortController();
    const { signal } = end;
    box.showPopover();
    place();
    addEventListener("scroll", place, { capture: true, signal });
    seen.addEventListener("resize", place, { signal });
    return () => {
      end.abort();
      if (box.isConnected) box.hidePopover();
    };
  }, []);
}

/** Below the anchor, or above it where there is more room; never beyond the part of the page that can be seen. */
function placePopup(anchor: HTMLElement, box: HTMLElement, seen: VisualViewport): void {
  const { left, right, top, bottom, width: wide } = anchor.getBoundingClientRect();
  const below = seen.height + seen.offsetTop - bottom - GAP;
  const upwards = below < 200 && top > below;
  const width = Math.min(Math.max(wide, MIN_WIDTH), innerWidth - 2 * GAP);
  const start = getComputedStyle(anchor).direction === "rtl" ? right - width : left;
  const x = Math.min(Math.max(start, GAP), innerWidth - width - GAP);
  const y = upwards ? `bottom:${innerHeight - top + GAP}px;top:auto` : `top:${bottom + GAP}px`;
  const height = Math.min(upwards ? top - 2 * GAP : below - GAP, MAX_HEIGHT);
  box.style.cssText = `left:${x}px;right:auto;width:${width}px;${y};max-height:${height}px`;
}
