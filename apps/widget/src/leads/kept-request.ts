import { chosenOptions, type Asked, type Journey, type JourneyAt } from "../journey.ts";
import type { TabStorage } from "../widget-context.ts";

const NAME = "request";
/** For a request without prices: as long as a search usually holds. */
const HALF_HOUR_MS = 1_800_000;

/**
 * Keeps an open request in the tab, so that a reload between sending and the answer comes back to the same request and
 * not to a second lead (R19). Sealed tokens and chosen options only: nothing the visitor typed.
 */
export function keepRequest(storage: TabStorage, journey: Journey, now: Date): void {
  if (journey.step !== "requesting" && journey.step !== "received") return storage.write(NAME, null);
  const { answer, chosen, trip } = journey;
  const receipt = journey.step === "received" ? journey.receipt : null;
  storage.write(NAME, {
    ...{ trip, chosen, receipt },
    answer: answer && { ...answer, options: chosenOptions(journey) },
    until: answer ? Date.parse(answer.expiresAt) : now.getTime() + HALF_HOUR_MS,
  } satisfies Kept);
}

/** The request that was open when the page went away, as long as its prices hold. */
export function readRequest(storage: TabStorage, now: Date): JourneyAt<"requesting"> | JourneyAt<"received"> | null {
  // Only we write there; another version of us did without `until`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by us, in this tab
  const kept = storage.read(NAME) as Kept | null;
  if (!kept || !(kept.until > now.getTime())) return null;
  const { receipt, until: _, ...rest } = kept;
  return receipt
    ? { step: "received", ...rest, receipt }
    : { step: "requesting", ...rest, sending: false, failure: null };
}

interface Kept extends Asked {
  receipt: JourneyAt<"received">["receipt"] | null;
  /** Milliseconds since 1970. */
  until: number;
}
