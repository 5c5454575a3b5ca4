import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createCaller, type Caller } from "../../test/caller.ts";
import { sandboxConnections } from "../index.ts";

const { clientId, clientSecret } = sandboxConnections.oauth;
const Grant = z.object({ access_token: z.string(), expires_in: z.number(), token_type: z.literal("Bearer") });
const basic = (id: string, secret: string) => `Basic ${btoa(`${id}:${secret}`)}`;

function ask(caller: Caller, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({ grant_type: "client_credentials", ...form });
  return caller.fetch(`${caller.marketplace.baseUrl}/oauth/token`, { method: "POST", body, headers });
}

describe("POST /oauth/token", () => {
  test.each([
    ["in the form", { client_id: clientId, client_secret: clientSecret }, {}],
    ["in the header", {}, { Authorization: basic(clientId, clientSecret) }],
  ])("client credentials %s give a token that works until it ends", async (_how, form, headers) => {
    const caller = createCaller();
    const response = await ask(caller, { ...form, expiresInMinutes: "5" }, headers);
    expect(response.status).toBe(200);
    const { access_token: token, expires_in: seconds } = Grant.parse(await response.json());
    expect(seconds).toBe(299);
    expect((await caller.get("/airports/search?filter=luton", { token })).status).toBe(200);
    caller.advance(301_000);
    expect((await caller.get("/airports/search?filter=luton", { token })).status).toBe(401);
  });

  test("a token lives half an hour by default and dies with a reset", async () => {
    const caller = createCaller();
    const { access_token: token, expires_in: seconds } = Grant.parse(
      await (await ask(caller, {}, { Authorization: basic(clientId, clientSecret) })).json(),
    );
    expect(seconds).toBe(1799);
    caller.marketplace.reset();
    expect((await caller.get("/airports/search?filter=luton", { token })).status).toBe(401);
  });

  test.each([
    ["a wrong secret", { client_id: clientId, client_secret: "no" }, 401, "invalid_client"],
    ["no client", {}, 401, "invalid_client"],
    [
      "another grant",
      { grant_type: "password", client_id: clientId, client_secret: clientSecret },
      400,
      "unsupported_grant_type",
    ],
    [
      "too long a life",
      { expiresInMinutes: "121", client_id: clientId, client_secret: clientSecret },
      400,
      "invalid_request",
    ],
  ])("%s is refused", async (_what, form, status, error) => {
    const response = await ask(createCaller(), form);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error });
  });

  test("a client set up for the form may not use the header (F4)", async () => {
    const connections = [{ ...sandboxConnections.oauth, clientMethod: "post" as const }];
    const response = await ask(createCaller({ connections }), {}, { Authorization: basic(clientId, clientSecret) });
    expect(response.status).toBe(401);
  });
});
