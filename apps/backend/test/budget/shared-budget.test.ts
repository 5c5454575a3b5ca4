import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createMarketplace } from "@liftline/sandbox";
import { serveMarketplace } from "@liftline/sandbox/serve";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { createPostgres } from "../databases/open-test-database.ts";

const caller = fileURLToPath(new URL("caller.ts", import.meta.url));
const processes = 4;
const forMs = 8_000;
const rate = { perSecond: 1, burst: 5 };
/**
 * Calls are let go by the server's clock and counted when they arrive: on a busy machine they come closer together. Four budgets
 * instead of one would let fifteen more go at once.
 */
const toleranceMs = 1_500;

const children: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

test("R8 of reliability.md §2: four processes on one PostgreSQL call once a second and five times at once, all together", async () => {
  const marketplace = createMarketplace({ rate: null });
  const sandbox = await serveMarketplace({ marketplace, port: 0 });
  const url = await createPostgres();
  await (await openDatabase({ url })).close();
  const lines = await Promise.all(
    Array.from({ length: processes }, async () => {
      const child = spawn(process.execPath, [caller, url, sandbox.baseUrl, String(forMs)]);
      children.push(child);
      child.stderr.pipe(process.stderr);
      const said = createInterface(child.stdout)[Symbol.asyncIterator]();
      expect((await said.next()).value).toBe("ready");
      return { child, said };
    }),
  );
  const ends = lines.map(({ child }) => once(child, "exit"));
  for (const { child } of lines) child.stdin.write("go\n");
  for (const { said } of lines) expect((await said.next()).value).toMatch(/"answered":\d+/);
  await Promise.all(ends);
  await sandbox.close();

  const times = marketplace.calls().map(({ at }) => Date.parse(at));
  const longest = worstWindow(times);
  expect(longest, "calls more than the budget allows, in any window").toBeLessThanOrEqual(0);
  // Nothing is left lying about either: what may be called is.
  expect(times.length).toBeGreaterThanOrEqual(rate.burst + forMs / 1000 - 3);
}, 60_000);

/** Over all windows: calls in it, minus what burst and rate allow for its length. */
function worstWindow(times: number[]): number {
  let worst = Number.NEGATIVE_INFINITY;
  times.forEach((from, first) => {
    times.slice(first).forEach((to, more) => {
      const allowed = rate.burst + Math.floor(((to - from + toleranceMs) / 1000) * rate.perSecond);
      worst = Math.max(worst, more + 1 - allowed);
    });
  });
  return worst;
}
