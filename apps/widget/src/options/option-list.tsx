import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { OptionItem } from "./option-card.tsx";

/** A first screenful, then more: what is not there costs nothing (`perf.md` B2). */
export const firstBatch = 20;
const nextBatch = 30;
/** While scrolling, in helpings small enough for one frame of a slow phone. */
const helping = 8;

interface OptionListProps {
  options: readonly Option[];
  chosen: ReadonlySet<string>;
  /** How many are in the page. */
  limit: number;
  onLimit: (limit: number) => void;
  choose: (option: Option) => void;
}

export function OptionList({ options, chosen, limit, onLimit, choose }: OptionListProps): VNode {
  const { t } = useWidget();
  const list = useRef<HTMLUListElement>(null);
  const focusAt = useRef(0);
  const end = useRef<HTMLDivElement>(null);
  const hidden = options.length - limit;

  useLayoutEffect(() => {
    // Whoever asked by the button goes on where the new cards begin.
    if (focusAt.current) list.current?.children[focusAt.current]?.querySelector("h3")?.focus();
    focusAt.current = 0;
  }, [limit]);

  useEffect(() => {
    if (hidden <= 0 || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && onLimit(limit + helping),
      {
        rootMargin: "1600px",
      },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [limit, hidden > 0]);

  return (
    <>
      <ul role="list" ref={list}>
        {options.slice(0, limit).map((option) => (
          <li key={option.token} class="options-item">
            <OptionItem option={option} chosen={chosen.has(option.token)} choose={choose} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div class="none" ref={end}>
          <Button
            onClick={() => {
              focusAt.current = limit;
              onLimit(limit + nextBatch);
            }}
          >
            {t("options.more", { count: Math.min(hidden, nextBatch) })}
          </Button>
        </div>
      )}
    </>
  );
}
