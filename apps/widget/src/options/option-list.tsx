import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { OptionCard } from "./option-card.tsx";

/** Cards in a group: as many as a slow phone draws in one frame. To the browser a group that is far away is one box. */
const groupSize = 3;
/** A first screenful; more come as the visitor comes near their end: what is not there costs nothing (`perf.md` B2). */
const firstCards = 21;

interface OptionListProps {
  options: readonly Option[];
  /** Their tokens. */
  chosen: readonly string[];
  choose: (option: Option) => void;
}

/** The cards of these options; of other ones it begins at the top again. */
export function OptionList(props: OptionListProps): VNode {
  const { options } = props;
  const [drawn, setDrawn] = useState({ options, cards: firstCards });
  const cards = drawn.options === options ? drawn.cards : firstCards;
  const end = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        // In the next frame: this one lays out the group that came into reach, and both are more than a slow phone does in one.
        if (entries.at(-1)?.isIntersecting)
          requestAnimationFrame(() => setDrawn({ options, cards: cards + groupSize }));
      },
      { rootMargin: "2400px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [options, cards]);

  return (
    <>
      <div role="feed">
        {options.map((_, at) => at % groupSize === 0 && at < cards && <OptionGroup {...props} from={at} />)}
      </div>
      {cards < options.length && <div ref={end} />}
    </>
  );
}

interface OptionGroupProps extends OptionListProps {
  from: number;
}

/** Drawn again only when something of these cards changed: neither for what comes after them nor for a choice elsewhere. */
function OptionGroup({ options, from, chosen, choose }: OptionGroupProps): VNode {
  const group = options.slice(from, from + groupSize);
  return useMemo(
    () => (
      <div class="options-group">
        {group.map((option) => (
          <OptionCard key={option.token} option={option} chosen={chosen.includes(option.token)} choose={choose} />
        ))}
      </div>
    ),
    [options, choose, ...group.map(({ token }) => chosen.includes(token))],
  );
}
