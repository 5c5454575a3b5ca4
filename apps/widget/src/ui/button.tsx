import type { ButtonHTMLAttributes, ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonProps extends Omit<ButtonHTMLAttributes, "icon" | "class"> {
  /** `primary`: the one thing to do here · `secondary`: outlined · `plain`: words only. */
  class?: "primary" | "secondary" | "plain";
  icon?: IconName | false;
  /** `::part` name for the page's own styling. */
  part?: string;
  children: ComponentChildren;
}

export function Button({ class: kind, icon, children, ...rest }: ButtonProps): VNode {
  return (
    <button type="button" part="button" {...rest} class={`button ${kind ?? "secondary"}`}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes, "icon" | "label" | "class"> {
  class?: string;
  icon: IconName;
  /** What it does, for those who do not see the drawing; also the tooltip. */
  label: string;
}

export function IconButton({ icon, label, class: name = "", ...rest }: IconButtonProps): VNode {
  return (
    <button type="button" {...rest} class={`icon-button ${name}`} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
