import type { AskedLine } from "./asked-lines.ts";
import { look } from "./mail-style.ts";

/** A trip without options: where to, and below it when and by how many. */
export function AskedLegs({ legs }: { legs: readonly AskedLine[] }) {
  return (
    <>
      {legs.map(({ route, detail }) => (
        <div style={{ paddingBottom: "12px", wordBreak: "break-word" }}>
          <p class="ink" style={look.body}>
            {route}
          </p>
          <p class="quiet" style={look.small}>
            {detail}
          </p>
        </div>
      ))}
    </>
  );
}
