import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const sources = fileURLToPath(new URL("../src", import.meta.url));
const files = globSync("**/*.{ts,tsx}", { cwd: sources, exclude: (path) => path.includes(".test.") });
const table = readFileSync(new URL("../../../docs/parts.md", import.meta.url), "utf8");

describe("the names that pages style by ::part()", () => {
  test("have a row of docs/parts.md each, and each row a part", () => {
    const documented = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(documented.toSorted()).toEqual([...new Set(files.flatMap((file) => partsIn(file)))].toSorted());
  });
});

/** The parts that a source names, and the screens that it draws. */
function partsIn(file: string): string[] {
  const source = readFileSync(`${sources}/${file}`, "utf8");
  const written = [...source.matchAll(/\bpart(?:=|: )(["{].*)/g)].flatMap(([, value = ""]) => namesIn(value));
  const screens = [...source.matchAll(/<Screen\b[^>]*? name=("\w+"|\{step\})/g)].flatMap(([, value = ""]) =>
    // The screen of every step that it is given.
    value === "{step}" ? (/JourneyAt<([^>]*)>/.exec(source)?.[1] ?? "").match(/\w+/g) : namesIn(value),
  );
  return [...written, ...screens.filter((name) => name !== null)];
}

function namesIn(value: string): string[] {
  // The one name that is put together is the screen's.
  const [, names] = /^(?:"([\w -]+)"|\{`screen \$\{name\}`\})/.exec(value) ?? [];
  if (names === undefined && !value.startsWith("{`screen ${name}`}"))
    throw new Error(`a part that cannot be read: ${value}`);
  return names?.split(" ") ?? ["screen"];
}
