/** A line through points; the letter is one unit high, `0` at its top. */
export type Stroke = readonly (readonly [x: number, y: number])[];

export interface Letter {
  strokes: readonly Stroke[];
  width: number;
}

/**
 * Capitals and digits as single lines, so that an icon needs no font file: the same points draw the SVG and the PNG. Written
 * as `x,y` in percent; `(cx,cy,rx,ry,from,to)` is an arc, in degrees, `0` to the right and `90` downwards.
 */
const drawings: Readonly<Record<string, readonly string[]>> = {
  A: ["0,100 40,0 80,100", "14,66 66,66"],
  B: ["0,0 0,100", "0,0 34,0 (34,24,24,24,-90,90) 0,48", "34,48 (38,74,26,26,-90,90) 0,100"],
  C: ["(46,50,46,50,-45,-315)"],
  D: ["0,0 0,100 28,100 (28,50,48,50,90,-90) 0,0"],
  E: ["60,0 0,0 0,100 60,100", "0,49 52,49"],
  F: ["60,0 0,0 0,100", "0,49 50,49"],
  G: ["(46,50,46,50,-45,-360) 52,50"],
  H: ["0,0 0,100", "72,0 72,100", "0,49 72,49"],
  I: ["4,0 4,100"],
  J: ["50,0 50,72 (25,72,25,28,0,170)"],
  K: ["0,0 0,100", "62,0 0,62", "20,44 64,100"],
  L: ["0,0 0,100 56,100"],
  M: ["0,100 0,0 44,70 88,0 88,100"],
  N: ["0,100 0,0 70,100 70,0"],
  O: ["(48,50,48,50,0,360)"],
  P: ["0,100 0,0 34,0 (34,28,28,28,-90,90) 0,56"],
  Q: ["(48,50,48,50,0,360)", "62,70 94,104"],
  R: ["0,100 0,0 34,0 (34,27,27,27,-90,90) 0,54", "34,54 64,100"],
  S: ["(31,26,27,26,-30,-180) (31,24,27,26,180,90) (31,75,30,25,-90,150)"],
  T: ["0,0 72,0", "36,0 36,100"],
  U: ["0,0 0,66 (36,66,36,34,180,0) 72,0"],
  V: ["0,0 40,100 80,0"],
  W: ["0,0 26,100 52,14 78,100 104,0"],
  X: ["0,0 70,100", "70,0 0,100"],
  Y: ["0,0 38,52 76,0", "38,52 38,100"],
  Z: ["2,0 66,0 0,100 68,100"],
  "0": ["(32,50,32,50,0,360)"],
  "1": ["0,20 24,0 24,100"],
  "2": ["(30,29,29,29,-165,30) 0,100 62,100"],
  "3": ["(29,25,26,25,-160,90)", "(29,74,30,26,-90,160)"],
  "4": ["50,100 50,0 0,70 68,70"],
  "5": ["56,0 8,0 4,46 (30,68,30,32,-130,155)"],
  "6": ["48,0 4,56", "(32,68,31,32,0,360)"],
  "7": ["0,0 64,0 22,100"],
  "8": ["(30,25,25,25,0,360)", "(30,75,30,25,0,360)"],
  "9": ["(31,32,31,32,0,360)", "60,42 16,100"],
  /** For a name in no letters of these: an aircraft going up. */
  "": ["0,62 100,0 62,100 44,58 0,62"],
};

/** The drawn letter of a character; undefined where there is none. */
export function drawLetter(character: string): Letter | undefined {
  const drawing = drawings[character];
  if (!drawing) return undefined;
  const strokes = drawing.map(readStroke);
  const right = Math.max(...strokes.flat().map(([x]) => x));
  return { strokes, width: right };
}

function readStroke(text: string): Stroke {
  return text.split(" ").flatMap((part) => {
    const numbers = part.replace(/[()]/g, "").split(",").map(Number);
    if (!part.startsWith("(")) return [[(numbers[0] ?? 0) / 100, (numbers[1] ?? 0) / 100] as const];
    const [cx = 0, cy = 0, rx = 0, ry = 0, from = 0, to = 0] = numbers;
    const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 6));
    return Array.from({ length: steps + 1 }, (_, step) => {
      const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
      return [(cx + rx * Math.cos(angle)) / 100, (cy + ry * Math.sin(angle)) / 100] as const;
    });
  });
}
