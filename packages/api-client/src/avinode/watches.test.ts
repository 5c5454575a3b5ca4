import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal, type Reply } from "../../test/marketplace.ts";
import { AvinodeError } from "./errors.ts";
import { createWatches } from "./watches.ts";

const base = "https://marketplace.example/api";
const body = {
  uniqueName: "London to Arizona",
  active: true,
  watchedSegments: [{ start: { airport: { icao: "EGGW" } }, end: { provinceCode: "AZ", countryCode: "US" } }],
  lifts: [{ aircraftCategory: "Heavy Jet" }],
  daysOut: 7,
};
const stored = { id: "elwatch-1", href: `${base}/emptylegs/watches/elwatch-1`, ...body, active: "true", daysOut: "7" };

function connect(reply: Reply) {
  const { connection, ...rest } = createMarketplace(reply);
  return { watches: createWatches(connection), ...rest };
}

describe("watches", () => {
  test("are made, read and replaced, flags and numbers as text included", async () => {
    const { watches, seen } = connect(() => answer([stored]));
    for (const watch of [
      await watches.create(body),
      await watches.read("elwatch-1"),
      await watches.update({ href: stored.href }, { ...body, active: false }),
    ]) {
      expect(watch).toMatchObject({ id: "elwatch-1", active: true, daysOut: 7 });
    }
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /api/emptylegs/watches",
      "GET /api/emptylegs/watches/elwatch-1",
      "PUT /api/emptylegs/watches/elwatch-1",
    ]);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual(body);
  });

  test.each([[[stored, null, { uniqueName: "no id" }]], [stored]])(
    "are listed, the odd ones left out: %#",
    async (data) => {
      expect((await connect(() => answer(data)).watches.list()).map(({ id }) => id)).toEqual(["elwatch-1"]);
    },
  );

  test.each([
    ["no segment", { ...body, watchedSegments: [] }],
    ["half a day", { ...body, daysOut: 0.5 }],
    ["no name", { ...body, uniqueName: "" }],
  ])("with %s do not leave", async (_, wrong) => {
    const { watches, seen } = connect(() => answer(stored));
    expect(await failureOf(watches.create(wrong))).toMatchObject({ reason: "invalid", sent: false });
    expect(seen).toEqual([]);
  });

  test("R12: are sent once; what became of them is read", async () => {
    const { watches, seen } = connect(() => refusal(500));
    expect(await failureOf(watches.create(body))).toMatchObject({ reason: "ambiguous", effect: "unknown" });
    expect(seen).toHaveLength(1);
  });

  test("R11: whatever is odd beside the id, a watch is read", async () => {
    const odd = fc.record(
      {
        active: fc.jsonValue(),
        watchedSegments: fc.jsonValue(),
        lifts: fc.jsonValue(),
        daysOut: fc.jsonValue(),
        uniqueName: fc.jsonValue(),
        new: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(odd, async (fields) => {
        expect((await connect(() => answer({ ...stored, ...fields })).watches.read("elwatch-1")).id).toBe("elwatch-1");
      }),
    );
  });

  test("whatever comes, it is a watch or a typed failure", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (data) => {
        const outcome = await connect(() => answer(data))
          .watches.read("elwatch-1")
          .catch((error: unknown) => error);
        expect(outcome instanceof AvinodeError ? outcome.reason : "read").toMatch(/^(read|unreadable)$/);
      }),
    );
  });
});

describe("getall", () => {
  test.each<[string, Response, unknown[]]>([
    ["a list of legs", answer([{ id: "el-1" }, { id: "el-2" }]), [{ id: "el-1" }, { id: "el-2" }]],
    ["one leg", answer({ id: "el-1" }), [{ id: "el-1" }]],
    ["no data, for the legs come as notifications", answer(undefined), []],
    ["nothing at all", new Response(null, { status: 204 }), []],
  ])("reads %s (G17)", async (_, reply, legs) => {
    const { watches, seen } = connect(() => reply.clone());
    expect(await watches.getAll(stored.href)).toEqual(legs);
    expect(seen[0]?.url.pathname).toBe("/api/emptylegs/watches/elwatch-1/getall");
  });

  test("R24: is never repeated, although it is a GET", async () => {
    const { watches, seen } = connect(() => refusal(503));
    expect(await failureOf(watches.getAll("elwatch-1"))).toMatchObject({ reason: "unavailable" });
    expect(seen).toHaveLength(1);
  });
});
