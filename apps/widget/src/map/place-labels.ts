import type { Spot } from "./fit-route.ts";

export interface Label {
  text: string;
  /** The dot that it names. */
  dot: Spot;
  /** Where the middle of its text stands. */
  at: Spot;
}

interface Around {
  width: number;
  height: number;
  /** What a label would rather not cover: the legs. */
  lines: readonly Spot[];
}

/** Pixels of a letter, generously: the page's own font may be a wide one. */
const LETTER = 9;
const HALF_HEIGHT = 8;

/** A place for every code: within the map, on no dot and on no other code, and off the legs where there is room. */
export function placeLabels(named: readonly { text: string; dot: Spot }[], around: Around): Label[] {
  const dots = named.map(({ dot }) => box(dot, 4, 4));
  const lines = around.lines.map((spot) => box(spot, 2, 2));
  const taken: Box[] = [];
  return named.map(({ text, dot }) => {
    const half = (text.length * LETTER) / 2;
    const free = (spot: Spot, others: readonly Box[]) =>
      within(box(spot, half, HALF_HEIGHT), around) &&
      ![...dots, ...taken, ...others].some((other) => meet(box(spot, half, HALF_HEIGHT), other));
    const spots = [...spotsAround(dot, half)];
    const at = spots.find((spot) => free(spot, lines)) ?? spots.find((spot) => free(spot, [])) ?? dot;
    taken.push(box(at, half, HALF_HEIGHT));
    return { text, dot, at };
  });
}

/** Beside, above and below, then between, then further and further out. */
function* spotsAround([x, y]: Spot, half: number): Generator<Spot> {
  for (let out = 1; out < 6; out += 0.7) {
    for (const [right, down] of sides) yield [x + right * (half + 3 + 6 * out), y + down * (HALF_HEIGHT + 5 * out)];
  }
}

const sides = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -1],
  [-0.8, -1],
  [0.8, 1],
  [-0.8, 1],
] as const;

type Box = readonly [left: number, top: number, right: number, bottom: number];

function box([x, y]: Spot, halfWidth: number, halfHeight: number): Box {
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}

function meet([left, top, right, bottom]: Box, other: Box): boolean {
  return left < other[2] && right > other[0] && top < other[3] && bottom > other[1];
}

function within([left, top, right, bottom]: Box, { width, height }: Around): boolean {
  return left > 0 && top > 0 && right < width && bottom < height;
}
