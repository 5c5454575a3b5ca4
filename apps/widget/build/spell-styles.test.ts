import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { spell } from "./spell-styles.ts";

const css =
  '.t{display:grid;color:var(--t)}.r:hover{border-radius:4px}@container (width>=560px){.t::after{content:" · " / ""}}';

test("a sheet is shorter, and the same again where it is used", () => {
  const code = spell(JSON.stringify(css));
  expect(code).not.toContain("var(--t");
  expect(runInNewContext(code)).toBe(css);
});

test("a sheet with a capital letter ends the build", () => {
  expect(() => spell('".T{color:red}"')).toThrow("capital");
});
