import type { OptionLeg } from "@liftline/schema";
import { createElement, type ComponentChildren, type TargetedEvent, type VNode } from "preact";
import { useState } from "preact/hooks";
import { Fold } from "../ui/fold.tsx";
import { useWidget } from "../widget-context.ts";

/** The map of a trip behind its name. What draws it is fetched when it is opened; where that fails, the next opening tries again. */
export function RoutePanel({ legs }: { legs: readonly OptionLeg[] }): VNode | null {
  const { t, settings, language } = useWidget();
  const [drawing, setDrawing] = useState<ComponentChildren>(null);
  const title = t("map.open");

  async function draw({ currentTarget: { clientWidth: width } }: TargetedEvent<HTMLDetailsElement>): Promise<void> {
    try {
      const { drawMap } = await import("./route-map.ts");
      setDrawing(drawMap({ h: createElement, legs, title, language, width }));
    } catch {
      setDrawing(t("search.stranded"));
    }
  }

  if (!settings?.features.map || !legs.some(({ from, to }) => from.position && to.position)) return null;
  return (
    <Fold class="explain" title={title} onToggle={draw}>
      <div class="small" role="status">
        {drawing}
      </div>
    </Fold>
  );
}
