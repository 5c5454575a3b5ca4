/** One measured number and what it may be. */
export interface Figure {
  name: string;
  measured: number;
  limit: number;
  unit: "ms" | "x" | "kB";
}

/** A part of the benchmark, as it goes to the page: its figures, then what it says about them. */
export interface Section {
  title: string;
  figures: Figure[];
  /** Markdown. */
  words: string;
}

export function isFine({ measured, limit }: Figure): boolean {
  return measured <= limit;
}

/** `12.34 kB`, `0.31 x`, `164 ms`: as many digits as mean something. */
export function written({ measured, unit }: Pick<Figure, "measured" | "unit">): string {
  return `${measured.toFixed(unit === "ms" ? 0 : 2)} ${unit}`;
}

export function print({ title, figures }: Section): void {
  console.log(`\n${title}`);
  for (const figure of figures) {
    const { name, limit, unit } = figure;
    console.log(`  ${name}: ${written(figure)} (limit ${limit} ${unit}) ${isFine(figure) ? "ok" : "FAIL"}`);
  }
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}
