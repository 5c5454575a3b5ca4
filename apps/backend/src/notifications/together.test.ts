import { describe, expect, test } from "vitest";
import { together } from "./together.ts";

function open(most = 100) {
  const batches: number[][] = [];
  const fault: { error?: Error } = {};
  const release: (() => void)[] = [];
  const save = together<number>(
    async (items) => {
      batches.push([...items]);
      await new Promise<void>((resolve) => release.push(resolve));
      if (fault.error) throw fault.error;
    },
    { most },
  );
  return { batches, fault, save, release };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("what comes in one turn", () => {
  test("is one batch, and nobody hears of it before it is done", async () => {
    const { batches, save, release } = open();
    let heard = 0;
    const all = [1, 2, 3].map((item) => save(item).then(() => (heard += 1)));
    await turn();
    expect(batches).toEqual([[1, 2, 3]]);
    const next = save(4);
    await turn();
    expect([heard, batches]).toEqual([0, [[1, 2, 3], [4]]]);
    release[0]?.();
    await Promise.all(all);
    release[1]?.();
    await next;
    expect(heard).toBe(3);
  });

  test("is told to everybody where it fails, and the next is tried again", async () => {
    const { fault, save, release } = open();
    fault.error = new Error("full");
    const all = Promise.allSettled([save(1), save(2)]);
    await turn();
    release[0]?.();
    expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    delete fault.error;
    const next = save(3);
    await turn();
    release[1]?.();
    await expect(next).resolves.toBeUndefined();
  });

  test("is as many batches as are needed", async () => {
    const { batches, save, release } = open(2);
    const all = Promise.all([1, 2, 3, 4, 5].map(save));
    for (let count = 0; count < 3; count += 1) await turn();
    for (const one of release) one();
    await all;
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });
});
