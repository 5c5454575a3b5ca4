import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { sandboxConnections } from "../index.ts";

const lookup = "/airports/search?filter=luton";

describe("the rate limit", () => {
  test("R12: too many calls are 429 with the seconds to wait, and waiting helps", async () => {
    const caller = createCaller({ rate: { perSecond: 1, burst: 3 } });
    for (let call = 0; call < 3; call += 1) {
      const { status, headers } = await caller.get(lookup);
      expect(status).toBe(200);
      expect(headers.get("X-Rate-Limit-Reset")).toBeNull();
    }
    const limited = await caller.get(lookup);
    expect(limited.status).toBe(429);
    expect(limited.headers.get("X-Rate-Limit-Limit")).toBe("3");
    expect(limited.headers.get("X-Rate-Limit-Remaining")).toBe("0");
    expect(limited.headers.get("X-Rate-Limit-Reset")).toBe("1");
    caller.advance(1000);
    expect((await caller.get(lookup)).status).toBe(200);
    expect((await caller.get(lookup)).status).toBe(429);
  });

  test("R12: the older way counts by the hour: every answer tells what is left, then 403 until the hour is full", async () => {
    const caller = createCaller({ rate: { perHour: 2 } });
    const limits = async (path: string) => {
      const { status, headers } = await caller.get(path);
      return [status, ...["Limit", "Remaining", "Reset"].map((name) => headers.get(`X-Rate-Limit-${name}`))];
    };
    expect(await limits(lookup)).toEqual([200, "2", "1", "3600"]);
    caller.advance(600_000);
    expect(await limits("/airports/aport-1")).toEqual([404, "2", "1", "3000"]);
    expect(await limits(lookup)).toEqual([200, "2", "0", "3000"]);
    expect(await limits(lookup)).toEqual([403, "2", "0", "3000"]);
    caller.advance(3_000_000);
    expect(await limits(lookup)).toEqual([200, "2", "1", "3600"]);
  });

  test("each connection and each endpoint has its own", async () => {
    const caller = createCaller({ rate: { perSecond: 1, burst: 1 } });
    expect((await caller.get(lookup)).status).toBe(200);
    expect((await caller.get(lookup)).status).toBe(429);
    expect((await caller.get(lookup, { token: sandboxConnections.second.token })).status).toBe(200);
    expect((await caller.get("/airports/aport-1")).status).toBe(404);
  });

  test.each([{ perSecond: 1, burst: 1 }, { perHour: 1 }])("counts anew after a reset: %j", async (rate) => {
    const caller = createCaller({ rate });
    await caller.get(lookup);
    expect((await caller.get(lookup)).status).toBeGreaterThan(400);
    caller.marketplace.reset();
    expect((await caller.get(lookup)).status).toBe(200);
  });

  test("no limit at all when it is switched off", async () => {
    const caller = createCaller({ rate: null });
    const answers = await Promise.all(Array.from({ length: 40 }, () => caller.get(lookup)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
