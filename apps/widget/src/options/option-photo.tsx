import type { OptionPhoto as Photo } from "@liftline/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useWidget } from "../widget-context.ts";

interface OptionPhotoProps {
  /** Of one option: the first that shows it from outside, or else the first. */
  photos: readonly Photo[];
  alt: string;
  /** False as long as nobody may see it: nothing is asked for. */
  near?: boolean;
}

/** A photo in a frame of a fixed ratio. Without one, or when it does not come, a drawing stands in its place. */
export function OptionPhoto({ photos, alt, near = true }: OptionPhotoProps): VNode {
  // The photo's address is a path on the backend.
  const { backend } = useWidget();
  const [failed, setFailed] = useState(false);
  const photo = photos.find(({ kind }) => kind === "EXTERIOR") ?? photos[0];
  return (
    <div class="photo" part="photo">
      {photo && !failed ? (
        near && <img src={backend + photo.url} alt={alt} referrerPolicy="no-referrer" onError={() => setFailed(true)} />
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
