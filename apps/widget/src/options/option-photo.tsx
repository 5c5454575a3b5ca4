import type { OptionPhoto as Photo } from "@liftline/schema";
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWidget } from "../widget-context.ts";

/** Only what has stayed near the screen so long is asked for: what is scrolled past costs a phone neither data nor frames. */
const STAYED_MS = 250;

interface OptionPhotoProps {
  /** Of one option: the first that shows it from outside, or else the first. */
  photos: readonly Photo[];
  alt: string;
}

/** A photo in a frame of a fixed ratio. Without one, or when it does not come, a drawing stands in its place. */
export function OptionPhoto({ photos, alt }: OptionPhotoProps): VNode {
  // The photo's address is a path on the backend.
  const { backend } = useWidget();
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<boolean | null>(null);
  useEffect(() => {
    if (shown !== null || !frame.current) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(timer);
        if (entries.at(-1)?.isIntersecting) timer = setTimeout(setShown, STAYED_MS, true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [shown]);
  const photo = photos.find(({ kind }) => kind === "EXTERIOR") ?? photos[0];
  return (
    <div class="photo" part="photo" ref={frame}>
      {photo && shown !== false ? (
        shown && (
          <img src={backend + photo.url} alt={alt} referrerPolicy="no-referrer" onError={() => setShown(false)} />
        )
      ) : (
        <Silhouette />
      )}
    </div>
  );
}

function Silhouette(): VNode {
  return (
    <svg viewBox="0 0 120 48" aria-hidden="true">
      <path fill="currentColor" d="M4 27q5-5 18-5h50L94 8h10l-9 14c30 0 28 10 0 10H72L46 42h-8l14-10H20q-13 0-16-5Z" />
    </svg>
  );
}
