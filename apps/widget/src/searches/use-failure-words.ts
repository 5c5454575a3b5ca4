import type { Failure } from "../journey.ts";
import type { PlainKey } from "../messages/catalogue.ts";
import { useWidget } from "../widget-context.ts";

/** What a visitor is told: when to try again where there were too many calls, else these words. */
export function useFailureWords(
  failure: Failure | null,
  [title, text]: readonly [title: PlainKey, text: PlainKey, ...rest: unknown[]],
): [title: string, text: string] {
  const { t, formatWait } = useWidget();
  return failure?.kind === "limited"
    ? [t("failed.limited-title"), t("failed.limited-text", { when: formatWait(failure.retryAfterSeconds ?? 60) })]
    : [t(title), t(text)];
}
