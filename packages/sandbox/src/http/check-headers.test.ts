import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { segment } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

const lookup = "/airports/search?filter=luton";
const body = { segments: [segment({ from: "EGGW", to: "LFMN" })] };

describe("a call whose headers the marketplace refuses", () => {
  const caller = createCaller();

  test.each([
    ["X-Avinode-ApiToken", null, 400, "ERR_INPUT_MISSING"],
    ["X-Avinode-ApiToken", "another", 401, "ERR_INPUT_GENERIC_INVALID"],
    ["Authorization", null, 401, "ERR_INPUT_GENERIC_INVALID"],
    ["Authorization", "Bearer nobody", 401, "ERR_INPUT_GENERIC_INVALID"],
    ["Authorization", sandboxConnections.demo.token, 401, "ERR_INPUT_GENERIC_INVALID"],
    ["X-Avinode-SentTimestamp", null, 400, "ERR_INPUT_MISSING"],
    ["X-Avinode-SentTimestamp", "now", 400, "ERR_INPUT_GENERIC_INVALID"],
    ["X-Avinode-SentTimestamp", "2026-12-01T13:00:00+01:00", 400, "ERR_INPUT_GENERIC_INVALID"],
    ["X-Avinode-SentTimestamp", "2026-12-01T11:54:59.999Z", 400, "ERR_INPUT_GENERIC_INVALID"],
    ["X-Avinode-SentTimestamp", "2026-12-01T12:05:01Z", 400, "ERR_INPUT_GENERIC_INVALID"],
    ["X-Avinode-ApiVersion", null, 400, "ERR_INPUT_MISSING"],
    ["X-Avinode-ApiVersion", "v2.0", 400, "ERR_INPUT_GENERIC_INVALID"],
    ["X-Avinode-Product", null, 400, "ERR_INPUT_MISSING"],
    ["X-Avinode-Product", "Liftline", 400, "ERR_INPUT_GENERIC_INVALID"],
  ])("R14: %s as %j is %i %s, and named", async (header, value, status, code) => {
    const answer = await caller.get(lookup, { headers: { [header]: value } });
    expect(answer.status).toBe(status);
    expect(answer.errors[0]).toMatchObject({ code });
    expect(answer.errors[0]?.title).toContain(`header: ${header}`);
  });

  test.each([
    [null, "ERR_INPUT_MISSING"],
    ["text/plain", "ERR_INPUT_GENERIC_INVALID"],
  ])("R14: a POST with the content type %j is 400 %s", async (type, code) => {
    const answer = await caller.post("/searches", body, { headers: { "Content-Type": type } });
    // Where there is none, fetch itself says text/plain.
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ code: type === null ? "ERR_INPUT_GENERIC_INVALID" : code }],
    });
  });

  test.each([
    "2026-12-01T12:00:00.000Z",
    "2026-12-01T12:00:00Z",
    "2026-12-01T12:00Z",
    "2026-12-01T11:55:00.000Z",
    "2026-12-01T12:05:00.000Z",
  ])("the time stamp %s is taken", async (stamp) => {
    expect((await caller.get(lookup, { headers: { "X-Avinode-SentTimestamp": stamp } })).status).toBe(200);
  });

  test("every answer says what time it is for the marketplace", async () => {
    for (const headers of [{}, { Authorization: null }]) {
      expect((await caller.get(lookup, { headers })).headers.get("date")).toBe("Tue, 01 Dec 2026 12:00:00 GMT");
    }
  });

  test("an operation that the connection may not call is 403", async () => {
    const { token } = sandboxConnections.lookupOnly;
    expect((await caller.get(lookup, { token })).status).toBe(200);
    expect(await caller.post("/searches", body, { token })).toMatchObject({
      status: 403,
      errors: [{ code: "AUTHENTICATION_COMPANY_ACCESS" }],
    });
  });
});
