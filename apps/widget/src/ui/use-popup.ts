import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const GAP = 6;
const MARGIN = 8;
const MIN_WIDTH = 300;
const MAX_HEIGHT = 380;

/**
 * Keeps an open popup beside its anchor, in the top layer: no ancestor of the host page can clip or cover it. Give the
 * popup `popover="manual"`.
 */
export function usePopup(
  anchor: RefObject<HTMLElement | null>,
  popup: RefObject<HTMLElement | null>,
  open: boolean,
): void {
  useLayoutEffect(() => {
    const from = anchor.current;
    const box = popup.current;
    if (!open || !from || !box) return;
    const place = () => placePopup(from, box);
    box.showPopover();
    place();
    const frame = window.visualViewport ?? window;
    const listening = { capture: true, passive: true };
    window.addEventListener("scroll", place, listening);
    frame.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, listening);
      frame.removeEventListener("resize", place);
      if (box.isConnected) box.hidePopover();
    };
  }, [open]);
}

/** Below the anchor, or above it where there is more room; never beyond the part of the page that can be seen. */
function placePopup(anchor: HTMLElement, box: HTMLElement): void {
  const { left, right, top, bottom, width: anchorWidth } = anchor.getBoundingClientRect();
  const seen = window.visualViewport;
  const height = (seen?.height ?? innerHeight) + (seen?.offsetTop ?? 0);
  const below = height - bottom - GAP - MARGIN;
  const above = top - GAP - MARGIN;
  const upwards = below < 200 && above > below;
  const width = Math.min(Math.max(anchorWidth, MIN_WIDTH), innerWidth - 2 * MARGIN);
  const start = getComputedStyle(anchor).direction === "rtl" ? right - width : left;
  box.style.width = `${width}px`;
  box.style.left = `${Math.min(Math.max(start, MARGIN), innerWidth - width - MARGIN)}px`;
  box.style.maxHeight = `${Math.max(120, Math.min(upwards ? above : below, MAX_HEIGHT))}px`;
  box.style.top = upwards ? "auto" : `${bottom + GAP}px`;
  box.style.bottom = upwards ? `${innerHeight - top + GAP}px` : "auto";
}
