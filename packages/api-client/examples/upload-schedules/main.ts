import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createSchedules } from "@liftline/api-client/avinode";
import { connectFromEnvironment } from "../connect-from-environment.ts";
import { readSchedules } from "./read-schedules.ts";
import { uploadRound } from "./upload-round.ts";

/** Not to be made shorter (seed 004); the client refuses it as well. */
const intervalMs = 5 * 60_000;

const { values, positionals } = parseArgs({
  options: { once: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [csv] = positionals;
if (csv === undefined) throw new Error("usage: main.ts fleet.csv [--once]");

const to = createSchedules(connectFromEnvironment("Schedule Example v1.0"));
const tell = (line: string) => console.log(line);
do {
  try {
    const isStored = await uploadRound(readSchedules(readFileSync(csv, "utf8")), { to, tell });
    if (values.once && !isStored) process.exitCode = 1;
  } catch (error) {
    // A file that cannot be read now can be read in five minutes: whoever writes it may be at it.
    tell(`nothing is sent: ${error instanceof Error ? error.message : "?"}`);
    if (values.once) process.exitCode = 1;
  }
  if (!values.once) await sleep(intervalMs);
} while (!values.once);
