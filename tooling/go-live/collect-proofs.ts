import { relative, sep } from "node:path";
import { z } from "zod";

/** The part of a test runner's JSON report that is read. */
export const TestReport = z.object({
  testResults: z.array(
    z.object({
      /** Absolute path of the file. */
      name: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});
export type TestReport = z.infer<typeof TestReport>;

/** A test that says which rule it proves. */
export interface Proof {
  /** From the repository's root, with slashes. */
  file: string;
  title: string;
  passed: boolean;
}

/** Proves what the simulated marketplace demands, not that we do it. */
const ofSandbox = /^packages\/sandbox\//;

/** By rule, in order of file and line. A skipped test proves nothing and is left out, and so is a test of the sandbox. */
export function collectProofs(report: TestReport, root: string): Map<number, Proof[]> {
  const proofs = new Map<number, Proof[]>();
  const files = report.testResults.map(({ name, assertionResults }) => ({
    file: relative(root, name).split(sep).join("/"),
    assertionResults,
  }));
  for (const { file, assertionResults } of files.sort((one, other) => one.file.localeCompare(other.file, "en"))) {
    if (ofSandbox.test(file)) continue;
    for (const { ancestorTitles, title, status } of assertionResults) {
      if (status !== "passed" && status !== "failed") continue;
      const titles = [...ancestorTitles, title].filter((part) => part !== "");
      const proof = { file, title: titles.join(" › "), passed: status === "passed" };
      for (const number of new Set(titles.flatMap(rulesIn))) proofs.set(number, [...(proofs.get(number) ?? []), proof]);
    }
  }
  return proofs;
}

/** `R3: …`, `R14, R5: …` and `R3: R6: …`; not `R4 of reliability.md §2: …`, which is another list. */
export function rulesIn(title: string): number[] {
  const [numbers = ""] = /^R\d+(?:(?:, |: )R\d+)*(?=: )/.exec(title) ?? [];
  return [...numbers.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}
