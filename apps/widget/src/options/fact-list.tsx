import type { VNode } from "preact";

interface FactListProps {
  /** What is false is left out. */
  facts: readonly (string | VNode | false)[];
}

/** Short facts in one line, a dot between them. */
export function FactList({ facts }: FactListProps): VNode {
  return (
    <ul class="facts" role="list">
      {facts.map((fact) => fact && <li>{fact}</li>)}
    </ul>
  );
}
