import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../src/database/database.ts";
import { settledStates } from "../../src/deliveries/delivery-state.ts";

/** Resolves when nothing is left to do for a machine; throws where something still is after `withinMs`. */
export async function untilDrained(database: Database, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    const left = await countLeft(database);
    if (left === 0) return;
    if (performance.now() > end) throw new Error(`${left} deliveries are still open`);
    await sleep(200);
  }
}

/**
 * For tests that do not wait a minute: every lease and every pause has ended by now, and every delivery is due. The same as if
 * that time had passed, as long as nobody is at work on the database.
 */
export async function letTimePass({ build, run }: Database): Promise<void> {
  const past = "2020-01-01T00:00:00.000Z";
  await run(build.updateTable("deliveries").set({ lease_until: past }).where("lease", "is not", null));
  await run(build.updateTable("deliveries").set({ next_at: past }).where("next_at", "is not", null));
  await run(build.deleteFrom("delivery_lanes"));
}

async function countLeft({ build, run }: Database): Promise<number> {
  const [row] = await run(
    build
      .selectFrom("deliveries")
      .select((select) => select.fn.countAll<number>().as("count"))
      .where("state", "not in", [...settledStates, "manual"]),
  );
  return row?.count ?? 0;
}
