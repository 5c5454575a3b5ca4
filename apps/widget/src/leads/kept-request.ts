import type { Journey, JourneyAt } from "../journey.ts";
import type { TabStorage } from "../widget-context.ts";

const NAME = "request";

/**
 * Keeps an open request in the tab, so that a reload between sending and the answer comes back to the same request and
 * not to a second lead (R19). Sealed tokens and chosen options only: nothing the visitor typed.
 */
export function keepRequest(storage: TabStorage, journey: Journey): void {
  if (journey.step !== "requesting" && journey.step !== "received") return storage.write(NAME, null);
  const { answer, chosen, trip } = journey;
  const options = answer.options.filter((option) => chosen.includes(option.token));
  const receipt = journey.step === "received" ? journey.receipt : null;
  storage.write(NAME, { trip, answer: { ...answer, options }, chosen, receipt } satisfies Kept);
}

/** The request that was open when the page went away, as long as its prices hold. */
export function readRequest(storage: TabStorage, now: Date): JourneyAt<"requesting"> | JourneyAt<"received"> | null {
  const kept = storage.read(NAME);
  if (!isKept(kept) || !(Date.parse(kept.answer.expiresAt) > now.getTime())) return null;
  const { receipt, ...rest } = kept;
  return receipt
    ? { step: "received", ...rest, receipt }
    : { step: "requesting", ...rest, sending: false, failure: null };
}

type Kept = Pick<JourneyAt<"requesting">, "trip" | "answer" | "chosen"> & {
  receipt: JourneyAt<"received">["receipt"] | null;
};

/** Only we write there, but perhaps another version of us: the parts that would break a screen are looked at. */
function isKept(value: unknown): value is Kept {
  const { trip, answer, chosen } = (value ?? {}) as Partial<Kept>;
  return (
    Array.isArray(trip?.legs) && Array.isArray(chosen) && chosen.length > 0 && answer?.options?.length === chosen.length
  );
}
