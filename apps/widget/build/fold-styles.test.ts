import { expect, test } from "vitest";
import { foldStyles } from "./fold-styles.ts";

test("a number stands where its name did; what a page may set keeps its name", () => {
  expect(
    foldStyles(".root{--small:13px;--quick:.14s;--radius:var(--liftline-radius,8px)}b{font-size:var(--small)}"),
  ).toBe(".root{--radius:var(--liftline-radius,8px)}b{font-size:13px}");
});

test("rules under one condition are one block at the end, narrow ones first", () => {
  expect(
    foldStyles(
      "@container (width>=900px){a{b:1}}c{d:2}@container (width>=560px){e{f:3}}@container (width>=900px){g{h:4}}",
    ),
  ).toBe("c{d:2}@container (width>=560px){e{f:3}}@container (width>=900px){a{b:1}g{h:4}}");
});

test("frames of an animation stay where they are", () => {
  expect(foldStyles("@keyframes pulse{to{opacity:.5}}a{b:1}")).toBe("@keyframes pulse{to{opacity:.5}}a{b:1}");
});
