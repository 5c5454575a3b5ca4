import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../src/commands/run-cli.ts";
import { openPair, secretsIn, type Pair } from "./pair/open-pair.ts";

let pair: Pair;
let before: string;
beforeAll(async () => {
  pair = await openPair();
  before = await pair.rowsOfSecond();
});
afterAll(() => pair.dependencies.close());

async function liftline(line: string) {
  let said = "";
  const code = await runCli(line.split(" "), {
    write: (text) => void (said += text),
    tell: (text) => void (said += text),
    open: async () => ({ ...pair.dependencies, close: async () => undefined }),
  });
  return { code, said };
}

/** What each command is tried with, in the first broker's name; a command that is not here makes a test red. */
const commands: Record<string, string[]> = {
  "leads export": ["", "--email canary.person@visitor.example", "--reference REFERENCE", "--format csv"],
  "leads erase": ["--yes --email canary.person@visitor.example", "--yes --reference REFERENCE"],
  "leads retry": ["--all", "--reference REFERENCE"],
  "webhooks sync": [""],
};

test("every command has been thought about", async () => {
  const { said } = await liftline("--help");
  const names = [...said.matchAll(/^ {2}liftline (\S+ \S+)/gm)].map(([, name]) => name);
  expect(names).toEqual(Object.keys(commands));
});

test.each(Object.keys(commands))("liftline %s for one broker tells and changes nothing of another's", async (name) => {
  for (const flags of commands[name] ?? []) {
    const line = `${name} --broker demo ${flags.replace("REFERENCE", pair.ids["reference"] ?? "")}`;
    const { said } = await liftline(line.trim());
    expect({ line, seen: secretsIn(pair, said) }).toEqual({ line, seen: [] });
  }
  expect(await pair.rowsOfSecond()).toBe(before);
});

test("for the second broker they do: what was tried above could have been seen", async () => {
  const { said, code } = await liftline("leads export --broker second --email canary.person@visitor.example");
  expect(code).toBe(0);
  expect(secretsIn(pair, said)).toEqual(expect.arrayContaining(["CANARY-NAME", "CANARY-MESSAGE", "reference"]));
});
