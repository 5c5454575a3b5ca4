import { z } from "zod";
import { AvinodeEmptyLeg, AvinodeWatch } from "@liftline/schema/avinode";
import { describe, expect, test } from "vitest";
import { createCaller, type Caller } from "../../test/caller.ts";
import { legBody, publishLeg as publish, sellerToken } from "../../test/legs.ts";
import { sandboxConnections } from "../index.ts";

const path = "/emptylegs/watches";
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A sentinel: nobody of the stock flies from there. */
const somewhere = { icao: "ZZEX" };
const watch = {
  uniqueName: "Somewhere to Palma",
  active: true,
  watchedSegments: [{ start: { airport: somewhere }, end: { airport: { icao: "LEPA" } } }],
};
const Id = z.object({ id: z.string() });

/** Somebody who is told of empty legs: the addresses that came. */
async function listen(caller: Caller) {
  const settings = {
    targetURI: "https://broker.example/webhooks/legs",
    displayName: "Liftline - Empty legs",
    active: true,
    clientAuthenticationType: "NONE",
    eventTypes: ["EmptyLegs"],
  };
  await caller.post("/webhooks/settings", settings);
  return async () => {
    const told: string[] = [];
    await caller.marketplace.deliverNotifications(async (input, init) => {
      const body: unknown = await new Request(input, init).json();
      const { href, type } = z.object({ href: z.string(), type: z.string() }).parse(body);
      told.push(type === "emptylegs" ? href : type);
      return new Response();
    });
    return told;
  };
}

function publishLeg(caller: Caller, change: object = {}) {
  return publish(caller, { startAirport: somewhere, ...change });
}

async function watchLegs(caller: Caller, change: object = {}): Promise<string> {
  return (await caller.post(path, { ...watch, ...change })).data(Id).id;
}

describe("watches", () => {
  const refusing = createCaller();

  test("are made, read, listed and replaced, by their own company", async () => {
    const caller = createCaller();
    const made = await caller.post(path, watch);
    expect(made.status).toBe(201);
    const { id } = made.data(AvinodeWatch);
    expect((await caller.get(`${path}/${id}`)).data(AvinodeWatch)).toMatchObject({ id, ...watch });
    const changed = (await caller.put(`${path}/${id}`, { ...watch, active: false, daysOut: 3 })).data(AvinodeWatch);
    expect(changed).toMatchObject({ id, active: false, daysOut: 3 });
    expect((await caller.get(path)).data(z.array(AvinodeWatch))).toEqual([
      expect.objectContaining({ id, active: false }),
    ]);
    const other = { token: sandboxConnections.second.token };
    expect((await caller.get(path, other)).data(z.array(z.unknown()))).toEqual([]);
    for (const answer of [
      await caller.get(`${path}/${id}`, other),
      await caller.put(`${path}/${id}`, watch, other),
      await caller.get(`${path}/${id}/getall`, other),
      await caller.get(`${path}/elwatch-1`),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect((await caller.delete(`${path}/${id}`)).status).toBe(501);
    caller.marketplace.reset();
    expect((await caller.get(`${path}/${id}`)).status).toBe(404);
  });

  const here = { airport: { icao: "EGGW" } };
  test.each<[string, object, number, string]>([
    ["no name", { uniqueName: undefined }, 400, "ERR_INPUT_MISSING"],
    ["no segment", { watchedSegments: [] }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["half a segment", { watchedSegments: [{ start: here }] }, 400, "ERR_INPUT_MISSING"],
    ["a place that is none", { watchedSegments: [{ start: {}, end: here }] }, 400, "ERR_INPUT_GENERIC_INVALID"],
    [
      "a place named twice",
      { watchedSegments: [{ start: { ...here, countryCode: "GB" }, end: here }] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
    ],
    [
      "an airport nobody knows",
      { watchedSegments: [{ start: here, end: { airport: { icao: "XXXX" } } }] },
      422,
      "END_AIRPORT_INVALID",
    ],
    [
      "a province of another country",
      { watchedSegments: [{ start: here, end: { provinceCode: "BY", countryCode: "DE" } }] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
    ],
    ["no category in its list", { lifts: [] }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["helicopters", { lifts: [{ aircraftCategory: "Helicopter twin engine" }] }, 422, "LIFT_INVALID"],
    ["days as text", { daysOut: "7" }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["a flag as text", { priced: "true" }, 400, "ERR_INPUT_GENERIC_INVALID"],
  ])("are refused with %s", async (_, change, status, code) => {
    expect(await refusing.post(path, { ...watch, ...change })).toMatchObject({ status, errors: [{ code }] });
  });

  test("have names that are unique in the company", async () => {
    const caller = createCaller();
    const id = await watchLegs(caller);
    expect((await caller.post(path, watch)).status).toBe(422);
    expect((await caller.put(`${path}/${id}`, watch)).status).toBe(200);
    expect((await caller.post(path, watch, { token: sandboxConnections.second.token })).status).toBe(201);
  });
});

describe("a watch tells of a leg", () => {
  test("when it is published, changed and taken off, each time in the same words", async () => {
    const caller = createCaller();
    const told = await listen(caller);
    await watchLegs(caller);
    const { id } = await publishLeg(caller);
    const href = `${caller.marketplace.baseUrl}/emptylegs/${id}`;
    expect(await told()).toEqual([href]);
    expect(await told()).toEqual([]);
    await caller.put(`/emptylegs/${id}`, legBody({ startAirport: somewhere, sellerPrice: 7000 }), sellerToken);
    expect(await told()).toEqual([href]);
    await caller.delete(`/emptylegs/${id}`, sellerToken);
    expect(await told()).toEqual([href]);
    expect((await caller.get(`/emptylegs/${id}`)).status).toBe(404);
    await publishLeg(caller, { endAirport: { icao: "LFMN" } });
    expect(await told()).toEqual([]);
  });

  test("when it comes within its days, and not before", async () => {
    const caller = createCaller();
    const told = await listen(caller);
    await watchLegs(caller, { daysOut: 7 });
    const { id } = await publishLeg(caller, { startDate: "2026-12-11T12:00Z", endDate: "2026-12-11T14:00Z" });
    expect(await told()).toEqual([]);
    caller.advance(2 * dayMs);
    expect(await told()).toEqual([]);
    caller.advance(dayMs);
    expect(await told()).toEqual([`${caller.marketplace.baseUrl}/emptylegs/${id}`]);
  });

  test("while it is active, and of nothing it missed", async () => {
    const caller = createCaller();
    const told = await listen(caller);
    const id = await watchLegs(caller, { active: false });
    await publishLeg(caller);
    expect(await told()).toEqual([]);
    await caller.put(`${path}/${id}`, watch);
    expect(await told()).toEqual([]);
    await publishLeg(caller, { startDate: "2026-12-06T09:00Z", endDate: "2026-12-06T11:00Z" });
    expect(await told()).toHaveLength(1);
  });

  test("to its own company", async () => {
    const caller = createCaller();
    const told = await listen(caller);
    await caller.post(path, watch, { token: sandboxConnections.second.token });
    await publishLeg(caller);
    expect(await told()).toEqual([]);
  });

  test("as the stock of the world moves, without anybody's call", async () => {
    const caller = createCaller();
    const told = await listen(caller);
    const segments = [{ start: { icaoPrefix: "E" }, end: { icaoPrefix: "L" } }];
    await watchLegs(caller, { watchedSegments: segments });
    expect(await told()).toEqual([]);
    caller.advance(2 * dayMs);
    const hrefs = await told();
    expect(hrefs.length).toBeGreaterThan(5);
    const statuses = await Promise.all(
      hrefs.map(async (href) => (await caller.get(new URL(href).pathname.slice(4))).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200, 404]));
  });

  test("R24: getall gives what stands already, once, and tells of it as well (G17)", async () => {
    const caller = createCaller();
    const { id: before } = await publishLeg(caller);
    const told = await listen(caller);
    const id = await watchLegs(caller);
    expect(await told()).toEqual([]);
    const answer = await caller.get(`${path}/${id}/getall`);
    expect(answer.data(z.array(AvinodeEmptyLeg)).map((leg) => leg.id)).toContain(before);
    expect(await told()).toContain(`${caller.marketplace.baseUrl}/emptylegs/${before}`);
    expect(await caller.get(`${path}/${id}/getall`)).toMatchObject({
      status: 422,
      errors: [{ code: "GETALL_ALREADY_USED" }],
    });
  });
});
