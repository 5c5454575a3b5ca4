import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { collectProofs, rulesIn } from "./collect-proofs.ts";
import rules from "./rules.data.json" with { type: "json" };
import { writePage } from "./write-page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "go-live-"));
afterAll(() => rmSync(folder, { recursive: true }));

const all = rules.flatMap((part) => part.rules).map(({ number }) => number);

interface Line {
  title: string;
  status?: string;
  suite?: string;
  file?: string;
}

function report(lines: Line[]) {
  return {
    testResults: lines.map(({ title, suite, status = "passed", file = "packages/x/a.test.ts" }) => ({
      name: join(root, file),
      startTime: Math.random(),
      assertionResults: [
        { ancestorTitles: suite === undefined ? [] : [suite], title, status, duration: Math.random() },
      ],
    })),
  };
}

const proven = all.map((number) => ({ title: `R${number}: is so` }));

function run(lines: Line[]) {
  const [input, page] = [join(folder, "report.json"), join(folder, "page.md")];
  rmSync(page, { force: true });
  writeFileSync(input, JSON.stringify(report(lines)));
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const { status, stderr } = spawnSync("node", [main, "--report", input, "--page", page], { encoding: "utf8" });
  return { status, stderr, page: status === 0 ? readFileSync(page, "utf8") : undefined };
}

describe("the page for the marketplace's reviewer", () => {
  test("has the 27 rules in order", () => {
    expect(all).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
  });

  test("is the same for the same tests, in whatever order and time they ran", () => {
    const { page } = run(proven);
    expect(page).toContain("|---|---|---|---|---|\n| [R1](#r1) |");
    expect(page).not.toMatch(/\d{4}-\d\d-\d\d|\d ?ms/);
    const files = ["b.test.ts", "a.test.ts"].map((file) => ({ title: "R1: more", file }));
    const [one, other] = [run([...files, ...proven]), run([...files.toReversed(), ...proven])];
    expect(one.page).toBe(other.page);
  }, 20_000);

  test("is refused, with its name, where a rule has no test that passed", () => {
    const { status, stderr } = run(proven.map((line, index) => (index === 6 ? { ...line, status: "skipped" } : line)));
    expect(status).toBe(1);
    expect(stderr).toContain("R7 has no passing test");
    expect(stderr).not.toContain("R8");
  }, 20_000);

  test("is refused where a proof failed beside others that passed", () => {
    const { status, stderr } = run([...proven, { title: "is red", suite: "R9: text", status: "failed" }]);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining("R9 failed in packages/x/a.test.ts: R9: text › is red"),
    ]);
  }, 20_000);

  test("does not take what the simulated marketplace demands for what we do", () => {
    const lines = proven.map((line, index) =>
      index === 23 ? { ...line, file: "packages/sandbox/src/a.test.ts" } : line,
    );
    expect(run(lines)).toMatchObject({ status: 1, stderr: expect.stringContaining("R24 has no passing test") });
  }, 20_000);

  test("shows a dozen of a file and counts the others", () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      title: `R1: way ${index}`,
      suite: "all",
      file: "a.test.ts",
    }));
    const [first, ...rest] = report(many).testResults;
    const assertionResults = [first!, ...rest].flatMap((file) => file.assertionResults);
    const proofs = collectProofs({ testResults: [{ ...first!, assertionResults }] }, root);
    const page = writePage(rules, proofs);
    expect(page.match(/way \d+/g)).toHaveLength(12);
    expect(page).toContain("  - and 8 more");
  });

  test("shows hostile titles as text", () => {
    expect(run([...proven, { title: "R9: `a`\n<b> |" }]).page).toContain("  - ``R9: `a` <b> |``");
  }, 20_000);
});

describe("a title", () => {
  test.each([
    ["R3: is so", [3]],
    ["R14, R5: is so", [14, 5]],
    ["R3: R6: R21: is so", [3, 6, 21]],
    ["R4 of reliability.md §2: is so", []],
    ["R2D2: is so", []],
    ["is so (R3: see there)", []],
  ])("%j is about %j", (title, numbers) => {
    expect(rulesIn(title)).toEqual(numbers);
  });

  test("is about what its suite is about", () => {
    const proofs = collectProofs(report([{ suite: "R26: an address", title: "R8: is not logged" }]), root);
    expect([...proofs.keys()]).toEqual([26, 8]);
  });
});
