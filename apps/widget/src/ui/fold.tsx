import type { ComponentChildren, DetailsHTMLAttributes, VNode } from "preact";
import { Icon } from "./icon.tsx";

interface FoldProps extends Omit<DetailsHTMLAttributes, "title"> {
  title: ComponentChildren;
  children: ComponentChildren;
}

/** What few ask for, behind its title. */
export function Fold({ title, children, ...details }: FoldProps): VNode {
  return (
    <details {...details}>
      <summary>
        <span>{title}</span>
        <Icon name="chevron" />
      </summary>
      {children}
    </details>
  );
}
