import type { ComponentChildren, VNode } from "preact";
import { Button } from "../ui/button.tsx";
import { laterIcons } from "../ui/later-icons.ts";
import { useWidget } from "../widget-context.ts";

interface WaysOnProps {
  /**
   * How much the request is offered without options: people may know of an aircraft where no search finds one. Null: not
   * yet. It is named as the attribute it becomes: the build shortens the classes of no other.
   */
  class: "primary" | "secondary" | null;
  /** What can be done first. */
  children?: ComponentChildren;
}

/** What can be done where no options have come. */
export function WaysOn({ class: anyway, children }: WaysOnProps): VNode {
  const { t, dispatch } = useWidget();
  return (
    <div class="actions">
      {children}
      {anyway && (
        <Button class={anyway} onClick={() => dispatch({ type: "request-opened" })}>
          {t("lead.anyway")}
        </Button>
      )}
      <Button
        class="plain"
        part="button back"
        icon={laterIcons.back}
        onClick={() => dispatch({ type: "trip-reopened" })}
      >
        {t("failed.change")}
      </Button>
    </div>
  );
}
