import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal, type Reply } from "../../test/marketplace.ts";
import { AvinodeError } from "./errors.ts";
import { createSchedules, toScheduleTime, type ScheduleSettings } from "./schedules.ts";

const minuteMs = 60_000;
const activity = {
  activityId: "a-1",
  activityType: "EmptyLeg",
  startAirport: { icao: "EGGW" },
  endAirport: { icao: "LEPA" },
  startDateTime: "2026-12-05T09:00Z",
  endDateTime: "2026-12-05T11:20Z",
  paxCount: 0,
  marketingStartDateTime: "2026-12-04T09:00Z",
  marketingEndDateTime: "2026-12-06T09:00Z",
};
const of = (aircraftTail: string) => ({ lift: { aircraftTail }, activities: [activity] });
const stored = () => answer({ type: "schedules" });

function connect(reply: Reply, settings: ScheduleSettings = {}) {
  const { connection, time, seen } = createMarketplace(reply);
  return { schedules: createSchedules(connection, { clock: time.clock, ...settings }), time, seen };
}

describe("a schedule that is uploaded", () => {
  test("goes out whole, and comes back with the words that belong in front of its keepers", async () => {
    const warnings = [
      { title: "Overlaps", code: "ACTIVITY_OVERLAP", path: "activities[1].startDateTime" },
      { colour: 7 },
    ];
    const reply = { meta: { errors: [], warnings, news: [1] }, data: { type: "schedules" } };
    const { schedules, seen } = connect(() => Response.json(reply));
    const receipt = await schedules.put(of("G-ABCD"));
    expect(receipt.warnings).toEqual([warnings[0], {}]);
    expect(JSON.parse(receipt.raw)).toEqual(reply);
    expect([seen[0]?.method, seen[0]?.url.pathname]).toEqual(["PUT", "/api/schedules"]);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual(of("G-ABCD"));
  });

  test("R10: errors under 200 mean that nothing is stored, and name the place", async () => {
    const errors = [{ title: "Unknown", code: "END_AIRPORT_INVALID", path: "activities[0].endAirport" }];
    const { schedules } = connect(() => refusal(200, { errors }));
    expect(await failureOf(schedules.put(of("G-ABCD")))).toMatchObject({
      reason: "refused",
      effect: "none",
      faults: [{ code: "END_AIRPORT_INVALID", path: "activities[0].endAirport" }],
    });
  });

  test.each([500, 503, 504, 429, 409])(
    "R12: is not sent again after %i: the next round has everything",
    async (status) => {
      const { schedules, seen, time } = connect(() => refusal(status, { headers: { "X-Rate-Limit-Reset": "1" } }));
      await time.run(failureOf(schedules.put(of("G-ABCD"))));
      expect(seen).toHaveLength(1);
    },
  );

  test.each<[string, object, string]>([
    ["seconds", { startDateTime: "2026-12-05T09:00:00Z" }, "activities[0].startDateTime"],
    ["a local time", { endDateTime: "2026-12-05T12:20+01:00" }, "activities[0].endDateTime"],
    ["a window without a zone", { marketingEndDateTime: "2026-12-06T09:00" }, "activities[0].marketingEndDateTime"],
    ["an hour that is none", { endDateTime: "2026-12-05T25:00Z" }, "activities[0].endDateTime"],
    ["an activity without id", { activityId: "" }, "activities[0].activityId"],
  ])("does not leave with %s", async (_, change, path) => {
    const { schedules, seen } = connect(stored);
    const wrong = { ...of("G-ABCD"), activities: [{ ...activity, ...change }] };
    expect(await failureOf(schedules.put(wrong))).toMatchObject({ reason: "invalid", sent: false, faults: [{ path }] });
    expect(seen).toEqual([]);
    // What never left has not used the aircraft's turn.
    await schedules.put(of("G-ABCD"));
    expect(seen).toHaveLength(1);
  });
});

describe("an aircraft's schedule leaves at most every five minutes", () => {
  test("sooner it fails here, and says when; another aircraft may go", async () => {
    const { schedules, seen, time } = connect(stored);
    await schedules.put(of("G-ABCD"));
    time.advance(4 * minuteMs + 59_999);
    expect(await failureOf(schedules.put(of("G-ABCD")))).toMatchObject({
      reason: "limited",
      sent: false,
      retryAfterMs: 1,
    });
    await schedules.put(of("G-EFGH"));
    time.advance(1);
    await schedules.put(of("G-ABCD"));
    expect(seen).toHaveLength(3);
  });

  test("two at the same moment are one", async () => {
    const { schedules, seen } = connect(stored);
    const outcomes = await Promise.allSettled([schedules.put(of("G-ABCD")), schedules.put(of("G-ABCD"))]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(seen).toHaveLength(1);
  });

  test("after a failure as well", async () => {
    const { schedules, seen } = connect(() => refusal(503));
    await failureOf(schedules.put(of("G-ABCD")));
    expect(await failureOf(schedules.put(of("G-ABCD")))).toMatchObject({ reason: "limited", sent: false });
    expect(seen).toHaveLength(1);
  });

  test("after a restart as well, where the moments are kept", async () => {
    const sentAt = new Map<string, number>();
    const first = connect(stored, { sentAt });
    await first.schedules.put(of("G-ABCD"));
    const restarted = connect(stored, { sentAt });
    expect(await failureOf(restarted.schedules.put(of("G-ABCD")))).toMatchObject({ reason: "limited", sent: false });
  });

  test("however it is asked for, over hours", async () => {
    const asks = fc.array(fc.record({ waitMs: fc.nat(6 * minuteMs), tail: fc.constantFrom("G-ABCD", "G-EFGH") }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(asks, async (rounds) => {
        const { schedules, seen, time } = connect(stored);
        for (const { waitMs, tail } of rounds) {
          time.advance(waitMs);
          await time.run(schedules.put(of(tail)).catch(() => undefined));
        }
        for (const tail of ["G-ABCD", "G-EFGH"]) {
          const sent = seen.filter(({ body }) => body.includes(tail)).map(({ at }) => at);
          for (const [index, at] of sent.entries()) {
            expect(at - (sent[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(5 * minuteMs);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("schedules", () => {
  test("are listed for a span of time, the odd ones left out", async () => {
    const schedule = { type: "schedules", lift: { aircraftTail: "G-ABCD" }, activities: [{ activityId: "a-1" }, 7] };
    const { schedules, seen } = connect(() => answer([schedule, null, "x"]));
    const listed = await schedules.list({ from: Date.UTC(2026, 11, 1), to: Date.UTC(2026, 11, 9, 8, 7, 6) });
    expect(listed).toEqual([schedule]);
    expect(decodeURIComponent(seen[0]?.url.search ?? "")).toBe("?startts=2026-12-01T00:00Z&endts=2026-12-09T08:07Z");
  });

  test("whatever comes, they are a list or a typed failure", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (data) => {
        const outcome = await connect(() => answer(data))
          .schedules.list()
          .catch((error: unknown) => error);
        expect(outcome instanceof AvinodeError || Array.isArray(outcome)).toBe(true);
      }),
    );
  });

  test("take times to the minute, in UTC", () => {
    expect(toScheduleTime(Date.UTC(2026, 11, 5, 15, 0, 59, 999))).toBe("2026-12-05T15:00Z");
  });
});
