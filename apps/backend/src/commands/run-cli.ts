import { parseArgs, type ParseArgsConfig } from "node:util";
import { ConfigError } from "../config.ts";
import type { Dependencies } from "../dependencies.ts";
import { DomainError } from "../domain-error.ts";
import { exitCodes, UsageError, type Command, type ExitCode, type Flags, type Output } from "./command.ts";
import { embed } from "./embed.ts";
import { leadsErase } from "./leads-erase.ts";
import { leadsExport } from "./leads-export.ts";
import { leadsRetry } from "./leads-retry.ts";
import { webhooksSync } from "./webhooks-sync.ts";

export interface CliParts extends Output {
  /** Opened only once the command is understood. */
  open(by: { wrangler: string | undefined }): Promise<Dependencies>;
}

const commands: readonly Command[] = [embed, leadsExport, leadsErase, leadsRetry, webhooksSync];

const commonFlags: Command["flags"] = {
  wrangler: { takes: "text", help: "a wrangler.jsonc: work on the D1 database that it binds as DATABASE" },
  help: { takes: "nothing", help: "say how to use it" },
};

/** `liftline …`: understands, opens, runs, closes. Returns what the process should exit with. */
export async function runCli(words: readonly string[], parts: CliParts): Promise<ExitCode> {
  const command = commands.find(({ name }) => `${words.join(" ")} `.startsWith(`${name} `));
  if (!command) return overview(words, parts);
  const rest = words.slice(command.name.split(" ").length);
  try {
    const flags = readFlags(command, rest);
    if (flags["help"] === true) {
      parts.write(helpOf(command));
      return exitCodes.done;
    }
    return await run(command, flags, parts);
  } catch (error) {
    return explain(error, { command, parts });
  }
}

async function run(command: Command, flags: Flags, parts: CliParts): Promise<ExitCode> {
  const { wrangler } = flags;
  const host = await parts.open({ wrangler: typeof wrangler === "string" ? wrangler : undefined });
  try {
    return await command.run(host, { flags, output: parts });
  } finally {
    await host.close();
  }
}

function readFlags({ flags, operand }: Command, words: readonly string[]): Flags {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, { takes }] of Object.entries({ ...flags, ...commonFlags })) {
    options[name] = { type: takes === "text" ? "string" : "boolean" };
  }
  try {
    const allowPositionals = operand !== undefined;
    const { values, positionals } = parseArgs({ args: [...words], options, strict: true, allowPositionals });
    if (positionals.length > 1) throw new Error("one at a time");
    const named = Object.entries(values).filter(
      (entry): entry is [string, string | boolean] => !Array.isArray(entry[1]),
    );
    return {
      ...Object.fromEntries(named),
      ...(operand !== undefined && positionals[0] && { [operand]: positionals[0] }),
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "that cannot be read");
  }
}

function explain(error: unknown, { command, parts }: { command: Command; parts: CliParts }): ExitCode {
  if (error instanceof UsageError) {
    parts.tell(`${error.message}\nliftline ${command.name} --help says how.`);
    return exitCodes.usage;
  }
  // Its own words name no value; what others say might.
  if (error instanceof ConfigError) parts.tell(error.message);
  else if (error instanceof DomainError) parts.tell(`It did not work: ${error.code}`);
  else parts.tell(`It did not work: ${error instanceof Error ? error.name : "unknown"}`);
  return exitCodes.failed;
}

function overview(words: readonly string[], parts: CliParts): ExitCode {
  const list = commands.map(({ name, summary }) => `  liftline ${name.padEnd(16)}${summary}\n`).join("");
  const text = `Works on the same configuration and database as the backend (LIFTLINE_CONFIG, DATABASE_URL).\n\n${list}\n${endings}`;
  if (words.length === 0 || words[0] === "--help" || words[0] === "help") {
    parts.write(text);
    return words.length === 0 ? exitCodes.usage : exitCodes.done;
  }
  parts.tell(`There is no command ${words.slice(0, 2).join(" ")}.\n\n${text}`);
  return exitCodes.usage;
}

function helpOf({ name, summary, flags }: Command): string {
  const lines = Object.entries({ ...flags, ...commonFlags }).map(
    ([flag, { takes, help }]) => `  ${`--${flag}${takes === "text" ? " …" : ""}`.padEnd(18)}${help}\n`,
  );
  return `liftline ${name}: ${summary}\n\n${lines.join("")}\n${endings}`;
}

const endings = "Exit code: 0 done, 1 failed, 2 not understood, 3 nothing found, 4 done later (it is being sent).\n";
