import type { OptionLeg } from "@liftline/schema";
import { createElement, type ComponentChildren, type VNode } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { useWidget } from "../widget-context.ts";

/** The map of a trip behind its name. What draws it is fetched when it is opened; where that fails, the next opening tries again. */
export function RoutePanel({ legs }: { legs: readonly OptionLeg[] }): VNode | null {
  const { t, settings, language, announce } = useWidget();
  const [drawing, setDrawing] = useState<ComponentChildren>(null);
  const title = t("map.open");

  async function draw(width: number): Promise<void> {
    try {
      const { drawMap } = await import("./route-map.ts");
      setDrawing(drawMap({ h: createElement, legs, title, language, width }));
    } catch {
      announce(t("search.stranded"));
      setDrawing(<p class="small">{t("search.stranded")}</p>);
    }
  }

  if (!settings?.features.map || !legs.some(({ from, to }) => from.position && to.position)) return null;
  return (
    <details class="explain" onToggle={({ currentTarget }) => draw(currentTarget.clientWidth)}>
      <summary>
        {title}
        <Icon name="chevron" />
      </summary>
      {drawing}
    </details>
  );
}
