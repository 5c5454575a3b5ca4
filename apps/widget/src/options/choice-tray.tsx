import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { MAX_CHOSEN } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { Comparison } from "./comparison.tsx";
import { optionName } from "./option-name.ts";

interface ChoiceTrayProps {
  chosen: readonly Option[];
  /** True after a try to choose one more than fits. */
  full: boolean;
  choose: (option: Option) => void;
}

/** Each name keeps its own direction: `Citation XLS+` would lose its sign to an Arabic line. */
function Names({ names }: { names: readonly string[] }): VNode {
  return (
    <>
      {names.map((name, index) => (
        <span key={index}>
          <bdi>{name}</bdi>
          {index < names.length - 1 && " ·"}
        </span>
      ))}
    </>
  );
}

/** The choice so far, at the foot of the screen as long as the options are on it, and the way on. */
export function ChoiceTray({ chosen, full, choose }: ChoiceTrayProps): VNode {
  const { t, dispatch, settings } = useWidget();
  const tray = useRef<HTMLElement>(null);
  const [comparing, setComparing] = useState(false);
  const empty = chosen.length === 0;
  const comparable = chosen.length > 1 && (settings?.features.comparison ?? true);

  function stopComparing(): void {
    setComparing(false);
    // Where the comparison was opened; where there is nothing left to compare, the way on.
    tray.current?.querySelector("button")?.focus();
  }

  return (
    <>
      <section class={empty ? "tray tray-empty" : "tray"} part="tray" aria-label={t("tray.title")} ref={tray}>
        <div>
          <p class="tray-count figures">
            {t("tray.count", { count: chosen.length })}
            {comparable && (
              <Button class="plain" onClick={() => setComparing(true)}>
                {t("compare.open")}
              </Button>
            )}
          </p>
          <p class={full ? "tray-names tray-full" : "tray-names"}>
            {full ? t("tray.full", { limit: MAX_CHOSEN }) : <Names names={chosen.map((each) => optionName(t, each))} />}
          </p>
        </div>
        <Button class="primary" part="continue" disabled={empty} onClick={() => dispatch({ type: "request-opened" })}>
          {t("tray.continue")}
        </Button>
      </section>
      {comparable && comparing && <Comparison chosen={chosen} choose={choose} onClose={stopComparing} />}
    </>
  );
}
