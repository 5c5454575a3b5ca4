/** What a template makes: the same said twice, for programs that draw and for those that only read. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  /** BCP 47. */
  language: string;
}

/** A whole document from what JSX made of it. */
export function toDocument(page: { toString(): string | Promise<string> }): string {
  return `<!doctype html>${String(page)}`;
}

/** Parts of a plain text, an empty line between two; what is empty falls out. */
export function paragraphs(...parts: (string | false | null)[]): string {
  return `${parts.filter((part) => typeof part === "string" && part !== "").join("\n\n")}\n`;
}

/** A heading over lines that belong together. */
export function block(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [heading, "-".repeat(Math.min(heading.length, 40)), ...lines].join("\n");
}
