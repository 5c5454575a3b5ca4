import type { VNode } from "preact";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";

/** Where no options come, people may still know of an aircraft: the way to a request for the trip as it is. */
export function SendAnyway(): VNode {
  const { t, dispatch } = useWidget();
  return <Button onClick={() => dispatch({ type: "request-opened" })}>{t("lead.anyway")}</Button>;
}
