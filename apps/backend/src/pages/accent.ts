/** One colour as a page needs it: readable as text on the page's surface, with what can be read on it. */
export interface Accent {
  /** `#rrggbb` */
  accent: string;
  onAccent: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
/** WCAG 2.2, 1.4.3. */
const enough = 4.5;

/** The broker's colour, moved towards black (on a light surface) or white (on a dark one) as far as it must be to be read. */
export function accentOn(colour: string, surface: string): Accent {
  const [wished, ground] = [parse(colour), parse(surface)];
  const end = luminance(ground) > 0.18 ? black : white;
  let accent = wished;
  for (let share = 0; share < 1 && contrast(accent, ground) < enough; share += 0.04) accent = mix(wished, end, share);
  return { accent: write(accent), onAccent: inkOn(write(accent)) };
}

/** Black or white, whichever is read better on a colour. */
export function inkOn(colour: string): string {
  const ground = parse(colour);
  return write(contrast(white, ground) >= contrast(black, ground) ? white : black);
}

/** WCAG 2.2: 1 (the same) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  return contrast(parse(one), parse(other));
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(one[index] + (other[index] - one[index]) * share);
  return [part(0), part(1), part(2)];
}

function parse(colour: string): Rgb {
  const byte = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16);
  return [byte(1), byte(3), byte(5)];
}

function write(colour: Rgb): string {
  return `#${colour.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
