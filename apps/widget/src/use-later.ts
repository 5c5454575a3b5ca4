import { useEffect, useState } from "preact/hooks";

type Later = typeof import("./booking.tsx");

/** The file with everything after the first screen. The browser fetches it once, however often it is asked. */
export function loadLater(): Promise<Later> {
  return import("./booking.tsx");
}

/** The same for a component: null while it is on its way. */
export function useLater(): Later | "failed" | null {
  const [later, setLater] = useState<Later | "failed" | null>(null);
  useEffect(() => {
    void loadLater().then(setLater, () => setLater("failed"));
  }, []);
  return later;
}
