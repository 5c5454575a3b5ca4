import type { VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface LinkButtonProps {
  href: string;
  icon: IconName;
  children: string;
}

/** A way out of the widget that looks like what can be done in it. */
export function LinkButton({ href, icon, children }: LinkButtonProps): VNode {
  return (
    <a class="button secondary" href={href}>
      <Icon name={icon} />
      <span>{children}</span>
    </a>
  );
}
