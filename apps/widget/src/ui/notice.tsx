import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";

interface NoticeProps {
  /** `fault`: something is wrong and needs the visitor · `plain`: good to know. */
  kind?: "plain" | "fault";
  children: ComponentChildren;
}

/** A short remark inside a screen. */
export function Notice({ kind = "plain", children }: NoticeProps): VNode {
  return (
    <div class={kind === "fault" ? "notice notice-fault" : "notice"} part="notice">
      <Icon name="alert" />
      <div>{children}</div>
    </div>
  );
}
