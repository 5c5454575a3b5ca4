import type { VNode } from "preact";
import { Fold } from "./fold.tsx";

interface ExplanationProps {
  title: string;
  /** In the visitor's language or the broker's. */
  children: string;
}

/** A text that few ask for, behind its title. */
export function Explanation({ title, children }: ExplanationProps): VNode {
  return (
    <Fold class="explain" title={title}>
      <p class="text small" dir="auto">
        {children}
      </p>
    </Fold>
  );
}
