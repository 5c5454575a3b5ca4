import { describe, expect, test } from "vitest";
import { createCaller } from "../test/caller.ts";
import { segment } from "../test/trip.ts";
import { sandboxConnections, type SandboxConnection } from "./index.ts";

const lookup = "/airports/search?filter=luton";
const body = { segments: [segment({ from: "EGGW", to: "LFMN" })] };
const { demo, oauth, lookupOnly } = sandboxConnections;

/** `POST /oauth/token` with the right secret. */
function ask(connection: SandboxConnection): Promise<Response> {
  const { fetch, marketplace } = createCaller({ connections: [connection] });
  const { clientId = "", clientSecret = "" } = connection;
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  return fetch(`${marketplace.baseUrl}/oauth/token`, { method: "POST", body: new URLSearchParams(form) });
}

describe("a connection that lacks a permission", () => {
  test.each([
    [undefined, 403, "AUTHENTICATION_COMPANY_ACCESS"],
    ["company-access", 403, "AUTHENTICATION_COMPANY_ACCESS"],
    ["generic-invalid", 401, "ERR_INPUT_GENERIC_INVALID"],
  ] as const)("is refused as %s: %i %s (seed 000)", async (refusal, status, code) => {
    const connection = { ...lookupOnly, ...(refusal && { refusal }) };
    const caller = createCaller({ connections: [connection] });
    const { token } = connection;
    expect((await caller.get(lookup, { token })).status).toBe(200);
    expect(await caller.post("/searches", body, { token })).toMatchObject({ status, errors: [{ code }] });
  });

  test("may be an OAuth client that is not switched on: invalid_client, however right its secret (seed 000)", async () => {
    expect((await ask(oauth)).status).toBe(200);
    const refused = await ask({ ...oauth, clientActive: false });
    expect([refused.status, await refused.json()]).toEqual([401, { error: "invalid_client" }]);
  });

  test("may have lost it in the weekly reset (seeds 000 and 001)", async () => {
    const afterReset = { operations: ["airports.search"], refusal: "generic-invalid" } as const;
    const caller = createCaller({ connections: [{ ...demo, afterReset }] });
    expect((await caller.post("/searches", body)).status).toBe(200);
    caller.marketplace.reset();
    expect((await caller.post("/searches", body)).errors[0]?.code).toBe("ERR_INPUT_GENERIC_INVALID");
    expect((await caller.get(lookup)).status).toBe(200);
  });

  test("may have lost its token in the weekly reset", async () => {
    const caller = createCaller({ connections: [{ ...demo, afterReset: { token: "made-anew" } }] });
    caller.marketplace.reset();
    expect((await caller.get(lookup)).status).toBe(401);
    expect((await caller.get(lookup, { token: "made-anew" })).status).toBe(200);
  });
});
