import type { Plugin } from "vite";

/** What the widget's sheet says most, as it is written once it is small. Longer ones stand before what they hold. */
const words = [
  "1px solid",
  "border-radius:",
  "-inline-end:",
  "display:grid",
  "border",
  "padding",
  "position:",
  "display:",
  "background:",
  "grid-template-columns:",
  "-inline",
  "margin",
  "justify-content:space-between",
  "{grid-column:span ",
  "font-size:",
  "color:var(--",
  "{grid-column:",
  "flex-wrap:wrap;",
  "var(--",
  "width:",
  "flex",
  "height:",
  "color-mix(in ",
  "font-weight:",
  "}@container (width>=",
  "align-items:center",
];

/**
 * Those words as capital letters, of which the sheet has none, and back again where it is used. What occurs three hundred
 * times costs less as a letter than as one more reference to where it stood before (decision 017).
 */
export function spellStyles(sheet: RegExp): Plugin {
  return {
    name: "liftline-spell-styles",
    apply: "build",
    enforce: "post",
    transform: { filter: { id: sheet }, handler: (code) => code.replace(/"(?:[^"\\]|\\.)*"/, spell) },
  };
}

/** A text, as code, to code that makes the same text. */
export function spell(text: string): string {
  const css: unknown = JSON.parse(text);
  if (typeof css !== "string" || /[A-Z]/.test(css)) throw new Error("The sheet has capital letters of its own.");
  const short = words.reduce((rest, word, at) => rest.replaceAll(word, letterOf(at)), css);
  const all = JSON.stringify(words.join("|"));
  return `((all) => ${JSON.stringify(short)}.replace(/[A-Z]/g, (letter) => all[letter.charCodeAt() - 65]))(${all}.split("|"))`;
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}
