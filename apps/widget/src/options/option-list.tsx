import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { OptionCard } from "./option-card.tsx";

/** A first screenful; then one a frame, which is as much as a slow phone draws in it. */
const firstCards = 4;
/** Cards in a group. Browsers look at each watched box in each frame: a third of them are a third of that. */
const groupSize = 3;
/** Only photos of what has stayed near the screen so long are asked for: what is scrolled past costs neither data nor frames. */
const STAYED_MS = 450;

interface OptionListProps {
  options: readonly Option[];
  /** Their tokens. */
  chosen: readonly string[];
  choose: (option: Option) => void;
}

/** A list, and how many of its cards. */
type Drawing = readonly [options: readonly Option[], cards: number];

/** The cards of these options; of other ones it begins at the top again. */
export function OptionList({ options, ...choice }: OptionListProps): VNode {
  const [painted, setPainted] = useState<Drawing>([options, firstCards]);
  const drawn: Drawing = painted[0] === options ? painted : [options, firstCards];
  const end = useRef<HTMLDivElement>(null);

  // No further than the visitor may soon come. Asked anew after each card, once it is laid out: two devices of one size end at
  // the same card.
  useLayoutEffect(() => {
    if (drawn[1] >= options.length) return undefined;
    return observe(end.current, 2400, (isNear) => {
      if (isNear) setPainted([options, drawn[1] + 1]);
    });
  }, drawn);

  // To take out a long list takes longer than to draw the next one: unseen, it goes when that is on the screen.
  useEffect(() => setPainted((now) => (now[0] === options ? now : drawn)), [options]);

  return (
    <>
      {[...new Set([drawn, painted])].map(([list, cards]) => (
        <div role="feed" key={list} hidden={list !== options && "until-found"}>
          {list.map(
            (_, at) =>
              at % groupSize === 0 &&
              at < cards && (
                <OptionGroup {...choice} options={list.slice(at, Math.min(at + groupSize, cards))} first={!at} />
              ),
          )}
        </div>
      ))}
      <div ref={end} />
    </>
  );
}

interface OptionGroupProps extends OptionListProps {
  /** What is in sight from the beginning does not wait for its photos. */
  first: boolean;
}

/** A card is drawn again only when something of it changed: neither for what comes after it nor for a choice elsewhere. */
function OptionGroup({ options, chosen, choose, first }: OptionGroupProps): VNode {
  const [near, setNear] = useState(first);
  const box = useRef<HTMLDivElement>(null);
  const drawings = useMemo(() => new Map<Option, VNode<{ chosen: boolean }>>(), [choose, near]);

  useEffect(() => {
    if (near) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return observe(box.current, 200, (isNear) => {
      clearTimeout(timer);
      if (isNear) timer = setTimeout(setNear, STAYED_MS, true);
    });
  }, [near]);

  return (
    <div class="options-group" ref={box}>
      {options.map((option) => {
        const isChosen = chosen.includes(option.token);
        let drawing = drawings.get(option);
        if (drawing?.props.chosen !== isChosen) {
          drawing = <OptionCard key={option.token} option={option} chosen={isChosen} choose={choose} near={near} />;
          drawings.set(option, drawing);
        }
        return drawing;
      })}
    </div>
  );
}

/** Tells whenever the box comes within so many pixels of the screen, or leaves them. Returns what ends it. */
function observe(box: Element | null, pixels: number, tell: (isNear: boolean) => void): () => void {
  const observer = new IntersectionObserver((entries) => tell(!!entries.at(-1)?.isIntersecting), {
    rootMargin: `${pixels}px`,
  });
  if (box) observer.observe(box);
  return () => observer.disconnect();
}
