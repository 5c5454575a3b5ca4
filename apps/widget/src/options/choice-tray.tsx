import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { MAX_CHOSEN } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { optionName } from "./option-name.ts";

interface ChoiceTrayProps {
  chosen: readonly Option[];
  /** True after a try to choose one more than fits. */
  full: boolean;
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
export function ChoiceTray({ chosen, full }: ChoiceTrayProps): VNode {
  const { t, dispatch } = useWidget();
  const empty = chosen.length === 0;
  return (
    <section class={empty ? "tray tray-empty" : "tray"} part="tray" aria-label={t("tray.title")}>
      <div>
        <p class="tray-count figures">{t("tray.count", { count: chosen.length })}</p>
        <p class={full ? "tray-names tray-full" : "tray-names"}>
          {full ? t("tray.full", { limit: MAX_CHOSEN }) : <Names names={chosen.map((each) => optionName(t, each))} />}
        </p>
      </div>
      <Button class="primary" part="continue" disabled={empty} onClick={() => dispatch({ type: "request-opened" })}>
        {t("tray.continue")}
      </Button>
    </section>
  );
}
