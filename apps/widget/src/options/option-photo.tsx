import type { OptionPhoto as Photo } from "@liftline/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useWidget } from "../widget-context.ts";

interface OptionPhotoProps {
  photo: Photo | undefined;
  alt: string;
}

/** A photo in a frame of a fixed ratio. Without one, or when it does not come, a drawing stands in its place. */
export function OptionPhoto({ photo, alt }: OptionPhotoProps): VNode {
  // The photo's address is a path on the backend.
  const { backend } = useWidget();
  const [lost, setLost] = useState(false);
  return (
    <div class="photo" part="photo">
      {photo && !lost ? (
        <img
          src={backend + photo.url}
          alt={alt}
          width={480}
          height={320}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setLost(true)}
        />
      ) : (
        <Silhouette />
      )}
    </div>
  );
}

function Silhouette(): VNode {
  return (
    <svg viewBox="0 0 120 48" aria-hidden="true">
      <path
        d="M4 27c3-3 10-5 18-5h50L94 8h10l-9 14c12 0 20 2 21 5s-8 5-20 5H72L46 42h-8l14-10H20C11 32 5 30 4 27Z"
        fill="currentColor"
      />
    </svg>
  );
}
