import { parseSync } from "vite";
import { expect, test } from "vitest";
import { shortenClasses, shortenColours, shortenSheet, shortNames } from "./shorten-styles.ts";

const sheet = ".card{color:var(--text)}.card.is-new{--text:var(--liftline-text,#000);margin:.5em 1.5rem}";
const names = shortNames(sheet);

test("a sheet's classes and own properties are short; the page's properties, parts and numbers stay", () => {
  expect(shortenSheet(`${sheet}::part(card){}`, names)).toBe(
    ".t{color:var(--t)}.t.r{--t:var(--liftline-text,#000);margin:.5em 1.5rem}::part(card){}",
  );
});

test("classes in the code follow, wherever they end up in the attribute", () => {
  expect(shorten('h("p", { class: "card is-new", part: "card" })')).toBe('h("p", { class: "t r", part: "card" })');
  expect(shorten('h(B, { class: kind === "card" ? "card" : "" })')).toBe('h(B, { class: kind === "card" ? "t" : "" })');
  expect(shorten("h(B, { class: `card ${fresh && `is-new`} ${name}` })")).toBe(
    "h(B, { class: `t ${fresh && `r`} ${name}` })",
  );
  expect(shorten("function B({ class: name = 'card' }) {}")).toBe("function B({ class: name = 'card' }) {}");
});

test("a class without a rule, or one that is put together, ends the build", () => {
  expect(() => shorten('h("p", { class: "cart" })')).toThrow("there is no rule for the class cart");
  expect(() => shorten("h(B, { class: `card card-${kind}` })")).toThrow("card-");
});

function shorten(code: string): string {
  return shortenClasses(code, { names, program: parseSync("x.js", code).program, file: "x.tsx" });
}

test("what a drawing takes from the sheet follows; what the sheet does not have ends the build", () => {
  expect(shortenColours('h("path", { fill: "var(--text)", stroke: "var(--liftline-text)" })', names)).toBe(
    'h("path", { fill: "var(--t)", stroke: "var(--liftline-text)" })',
  );
  expect(() => shortenColours('h("path", { fill: "var(--ink)" })', names)).toThrow("--ink");
});
