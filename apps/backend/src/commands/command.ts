import type { Dependencies } from "../dependencies.ts";

/** What a command ends with; documented in `--help`. */
export const exitCodes = { done: 0, failed: 1, usage: 2, nothing: 3, pending: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command's words go. */
export interface Output {
  /** To standard output, which may be a file or another program. */
  write(text: string): void;
  /** A line to the person at the keyboard. */
  tell(line: string): void;
}

/** What was written after the command's name; a flag that was left out is undefined. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** `liftline {name} …`: a file each in this folder. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The flag that a bare word after the name stands for. */
  operand?: string;
  /** Its flags: `text` ones take a value. */
  flags: Readonly<Record<string, { takes: "text" | "nothing"; help: string }>>;
  run(host: Dependencies, by: { flags: Flags; output: Output }): Promise<ExitCode>;
}

/** The command was not written as it should be; the message says how. */
export class UsageError extends Error {
  override name = "UsageError";
}
