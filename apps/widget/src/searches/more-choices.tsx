import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { useLater } from "../use-later.ts";
import { useWidget } from "../widget-context.ts";
import type { Trip } from "./trip.ts";

export interface MoreChoicesProps {
  trip: Trip;
  onEdit: (change: Partial<Trip>) => void;
}

/** What few visitors need, behind one button; open from the start where something in it is set. */
export function useMoreChoices(props: MoreChoicesProps): { toggle: VNode; panel: VNode | null } {
  const { t } = useWidget();
  const { categories, noFuelStops, timeMeans } = props.trip;
  const [open, setOpen] = useState(categories.length > 0 || noFuelStops || timeMeans === "arrival");
  const toggle = (
    <Button kind="quiet" icon="chevron" part="more" aria-expanded={open} onClick={() => setOpen(!open)}>
      {t("more.title")}
    </Button>
  );
  return { toggle, panel: open ? <LazyPanel {...props} /> : null };
}

function LazyPanel(props: MoreChoicesProps): VNode | null {
  const later = useLater();
  if (!later || later === "failed") return null;
  return (
    <later.Later>
      <later.MorePanel {...props} />
    </later.Later>
  );
}
