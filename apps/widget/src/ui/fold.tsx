import type { ComponentChildren, DetailsHTMLAttributes, VNode } from "preact";
import { Icon } from "./icon.tsx";

interface FoldProps extends Omit<DetailsHTMLAttributes, "title" | "label"> {
  title: string;
  /** For those who do not see what it stands beside. */
  label?: string;
  children: ComponentChildren;
}

/** What few ask for, behind its title. */
export function Fold({ title, label, children, ...details }: FoldProps): VNode {
  return (
    <details {...details}>
      <summary aria-label={label}>
        {title}
        <Icon name="chevron" />
      </summary>
      {children}
    </details>
  );
}
