import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { MAX_CHOSEN } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { Comparison } from "./comparison.tsx";
import { FactList } from "./fact-list.tsx";
import { optionName } from "./option-name.ts";

interface ChoiceTrayProps {
  chosen: readonly Option[];
  /** True after a try to choose one more than fits. */
  full: boolean;
  choose: (option: Option) => void;
}

/** The choice so far, at the foot of the screen as long as the options are on it, and the way on. */
export function ChoiceTray({ chosen, full, choose }: ChoiceTrayProps): VNode {
  const { t, dispatch, settings } = useWidget();
  const tray = useRef<HTMLElement>(null);
  const [comparing, setComparing] = useState(false);
  const comparable = chosen.length > 1 && (settings?.features.comparison ?? true);

  function stopComparing(): void {
    setComparing(false);
    // Where the comparison was opened; where there is nothing left to compare, the way on.
    tray.current?.querySelector("button")?.focus();
  }

  return (
    <>
      <section class="tray" part="tray" aria-label={t("tray.title")} ref={tray}>
        <div>
          <p class="tray-count">
            {t("tray.count", { count: chosen.length })}
            {"\u2003"}
            {comparable && (
              <Button class="plain" onClick={() => setComparing(true)}>
                {t("compare.open")}
              </Button>
            )}
          </p>
          <div class="tray-names">
            {full ? (
              t("tray.full", { limit: MAX_CHOSEN })
            ) : (
              // Each name keeps its own direction: `Citation XLS+` would lose its sign to an Arabic line.
              <FactList
                facts={chosen.map((option) => (
                  <bdi>{optionName(t, option)}</bdi>
                ))}
              />
            )}
          </div>
        </div>
        <Button
          class="primary"
          part="continue"
          disabled={chosen.length === 0}
          onClick={() => dispatch({ type: "request-opened" })}
        >
          {t("tray.continue")}
        </Button>
      </section>
      {comparable && comparing && <Comparison chosen={chosen} choose={choose} onClose={stopComparing} />}
    </>
  );
}
