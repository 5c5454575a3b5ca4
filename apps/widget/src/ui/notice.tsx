import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import { laterIcons } from "./later-icons.ts";

interface NoticeProps {
  /** `fault`: something is wrong and needs the visitor · `plain`: good to know. */
  kind?: "plain" | "fault";
  icon?: IconName;
  children: ComponentChildren;
}

/** A short remark inside a screen. */
export function Notice({ kind = "plain", icon, children }: NoticeProps): VNode {
  return (
    <div class={kind === "fault" ? "notice notice-fault" : "notice"} part="notice">
      <Icon name={icon ?? (kind === "fault" ? "alert" : laterIcons.clock)} />
      <div>{children}</div>
    </div>
  );
}
