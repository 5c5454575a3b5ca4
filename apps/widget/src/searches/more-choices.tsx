import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import type { Trip } from "./trip.ts";

export interface MoreChoicesProps {
  trip: Trip;
  onEdit: (change: Partial<Trip>) => void;
}

/** What few visitors need, behind one button; open from the start where something in it is set. */
export function useMoreChoices(props: MoreChoicesProps): { toggle: VNode; panel: VNode | null } {
  const { t, later, wantLater } = useWidget();
  const { kind, categories, noFuelStops, timeMeans } = props.trip;
  const [open, setOpen] = useState(categories.length > 0 || noFuelStops || timeMeans === "arrival");
  useEffect(() => {
    if (open || kind === "several") void wantLater();
  }, [open, kind]);
  const toggle = (
    <Button class="plain" icon="chevron" part="more" aria-expanded={open} onClick={() => setOpen(!open)}>
      {t("more.title")}
    </Button>
  );
  return { toggle, panel: open && later ? <later.MorePanel {...props} /> : null };
}
