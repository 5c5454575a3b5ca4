import { useEffect, useRef } from "preact/hooks";
import { useWidget } from "../widget-context.ts";

/**
 * For a form whose faults stand beside their fields. The function that it gives says that there is a verdict: as soon as
 * faults are on the page the focus goes to the first, and that they are there is said. `faulty`: whether there are any.
 */
export function useFaultFocus(form: { current: HTMLFormElement | null }, faulty: boolean): () => void {
  const { announce, t } = useWidget();
  // Where the backend sent the visitor back, there are some from the start.
  const due = useRef(faulty);
  useEffect(() => {
    if (!due.current || !faulty) return;
    due.current = false;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const fold = first?.closest("details");
    if (fold) fold.open = true;
    first?.focus();
    announce(t("fault.some"));
  });
  return () => {
    due.current = true;
  };
}
