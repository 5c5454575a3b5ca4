import { drawLetter, type Stroke } from "./letter-strokes.ts";

/** An icon in a square of one unit: lines of one thickness, inside the circle that every mask leaves. */
export interface IconStrokes {
  strokes: readonly Stroke[];
  thickness: number;
}

/** Share of the side that letters may take: a mask may leave no more than a circle of 80 % (W3C, "maskable"). */
const widest = 0.5;
const highest = 0.34;
const gap = 0.26;

/** The first letters of the first two words of a name, such as `DC`; empty where they are none that can be drawn. */
export function initialsOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  const letters = plain.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (drawLetter(word[0] ?? "") ? (word[0] ?? "") : []));
  return letters
    .filter((letter) => letter !== "")
    .slice(0, 2)
    .join("");
}

export function iconStrokes(name: string): IconStrokes {
  const initials = initialsOf(name);
  const letters = (initials === "" ? [""] : initials.split("")).flatMap((letter) => drawLetter(letter) ?? []);
  const width = letters.reduce((sum, letter) => sum + letter.width, gap * (letters.length - 1));
  const scale = Math.min(highest, widest / width);
  let left = 0.5 - (width * scale) / 2;
  const top = 0.5 - scale / 2;
  const strokes = letters.flatMap((letter) => {
    const from = left;
    left += (letter.width + gap) * scale;
    return letter.strokes.map((stroke) => stroke.map(([x, y]) => [from + x * scale, top + y * scale] as const));
  });
  return { strokes, thickness: scale * 0.13 };
}
