import { readFileSync } from "node:fs";

/** The program that the TypeScript blocks of a README are, and what it says that it prints. */
export function readProgram(readme: string): { program: string; prints: string[] } {
  const blocks = [...readFileSync(readme, "utf8").matchAll(/^```tsx?\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  const program = blocks.join("\n");
  return {
    program,
    prints: [...program.matchAll(/^console\.log\(.*\); \/\/ (.+)$/gm)].map(([, printed = ""]) => printed),
  };
}
