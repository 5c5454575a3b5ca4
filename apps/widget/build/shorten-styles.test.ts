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
  expect(shorten("({ class: name }) => h(B, { class: `card ${fresh && `is-new`} ${name}` })")).toBe(
    "({ class: name }) => h(B, { class: `t ${fresh && `r`} ${name}` })",
  );
  expect(shorten("function B({ class: name = 'card' }) { h('p', { class: `is-new ${name}` }) }")).toBe(
    "function B({ class: name = 't' }) { h('p', { class: `r ${name}` }) }",
  );
});

test("a class without a rule, or one that is put together, ends the build", () => {
  expect(() => shorten('h("p", { class: "cart" })')).toThrow("there is no rule for the class cart");
  expect(() => shorten("({ class: kind }) => h(B, { class: `card card-${kind}` })")).toThrow("card-");
});

test.each([
  ["of another attribute", "({ kind }) => h('p', { class: kind })", "kind"],
  ["of another attribute, beside words", "({ kind }) => h('p', { class: `card ${kind ?? 'is-new'}` })", "kind"],
  ["of a variable", "const kind = 'card'; h('p', { class: kind })", "kind"],
  ["of a class that another function is given", "({ class: kind }) => 0; h('p', { class: kind })", "kind"],
  ["of a call", "h('p', { class: classOf(option) })", "classOf(option)"],
  ["of a sum", "({ class: kind }) => h('p', { class: 'card ' + kind })", "'card ' + kind"],
  ["of an object", "(props) => h('p', { class: props.class })", "props.class"],
  ["of the element", "box.className = 'card'", "className"],
  ["of the element's list", "box.classList.add('card')", "classList"],
  ["of the attribute by its name", "box.setAttribute('class', 'card')", "'class'"],
  ["of a selector", "box.closest('section.card, .card')", "'section.card, .card'"],
  ["of a selector that is put together", "box.querySelector(`.card ${name}`)", ".card "],
])("a class by way %s would lose its style: the build ends and names the file", (_way, code, said) => {
  expect(() => shorten(code)).toThrow(`x.tsx: ${said} would have no style`);
});

test("what is no class may be called the same", () => {
  const code =
    "({ card }) => h('p', { part: 'card', id: card, class: card ? null : undefined }, './card.ts', 'No. card', '.limited')";
  expect(shorten(code)).toBe(code);
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
