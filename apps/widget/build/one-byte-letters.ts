/** An alphabet and the sign of one byte that its first letter gets; the others follow in order. */
interface Alphabet {
  first: string;
  last: string;
  sign: string;
}

/** No sign is one of `#$%&*=<"`; of `\`, the letter in its place begins no word and is rare. */
const alphabets: readonly Alphabet[] = [
  { first: "\u0621", last: "\u0652", sign: "A" }, // Arabic
  { first: "\u05D0", last: "\u05EA", sign: "a" }, // Hebrew
  { first: "\u0411", last: "\u044F", sign: "@" }, // Cyrillic but А
];

/**
 * A text as code. A letter of two bytes costs a visitor half as much again after gzip as one of one byte, so alphabets
 * are moved to where Latin stands, and the code moves them back (decision 013).
 */
export function oneByteLetters(text: string): string {
  const found = alphabets.find(({ first, last }) => new RegExp(`[${first}-${last}]`).test(text));
  if (!found) return JSON.stringify(text);
  const { first, last, sign } = found;
  const by = first.charCodeAt(0) - sign.charCodeAt(0);
  // Behind a form's mark stands the letter of its category, which stays.
  const signs = `(?<!=)[${sign}-${String.fromCharCode(last.charCodeAt(0) - by)}]`;
  const taken = text.match(new RegExp(signs, "g"));
  if (taken) throw new Error(`“${[...new Set(taken)].join("")}”: a sign that stands for a letter of this alphabet.`);
  const moved = text.replace(new RegExp(`[${first}-${last}]`, "g"), (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - by),
  );
  return `${JSON.stringify(moved)}.replace(/${signs}/g,c=>String.fromCharCode(c.charCodeAt()+${by}))`;
}
