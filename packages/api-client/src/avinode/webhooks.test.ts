import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal } from "../../test/marketplace.ts";

const body = {
  targetURI: "https://leads.demo-charter.example/webhooks/avinode/demo",
  displayName: "Liftline - Client leads",
  active: true,
  clientIdentifier: "liftline",
  clientSecret: "a secret",
  clientAuthenticationType: "BASIC",
  eventTypes: ["ClientLeads"],
};

describe("webhook settings", () => {
  test("are listed as they stand, whatever else stands there", async () => {
    const { client, seen } = createMarketplace(() =>
      answer([
        { id: "whs-1", type: "settings", targetURI: body.targetURI, displayName: "One", active: "true", version: "3" },
        { id: "whs-2", targetURI: 7, active: "perhaps", eventTypes: [1], colour: "blue" },
        { displayName: "without an id" },
        null,
      ]),
    );
    expect(await client.webhooks.list()).toEqual([
      expect.objectContaining({ id: "whs-1", targetURI: body.targetURI, active: true, version: 3 }),
      expect.objectContaining({ id: "whs-2", targetURI: null, active: null, eventTypes: null }),
    ]);
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(["GET /api/webhooks/settings"]);
  });

  test.each([[null], [undefined], [[]]])("may be none: %s", async (data) => {
    const { client } = createMarketplace(() => answer(data));
    expect(await client.webhooks.list()).toEqual([]);
  });

  test("are made with a boolean and come back with a text", async () => {
    const { client, seen } = createMarketplace(() => answer({ id: "whs-1", active: "true" }, { status: 201 }));
    expect(await client.webhooks.create(body)).toMatchObject({ id: "whs-1", active: true });
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual(body);
    expect(seen[0]?.method).toBe("POST");
  });

  test("are replaced under their id, which is escaped", async () => {
    const { client, seen } = createMarketplace(() => answer({ id: "whs-1", active: "false" }));
    expect(await client.webhooks.update("whs-1/../x", { ...body, active: false })).toMatchObject({ active: false });
    expect([seen[0]?.method, seen[0]?.url.pathname]).toEqual(["PUT", "/api/webhooks/settings/whs-1%2F..%2Fx"]);
    expect(seen[0]?.headers.get("content-type")).toBe("application/json");
  });

  test("are tried once, and a failure quotes nothing", async () => {
    const { client, seen } = createMarketplace(() => refusal(503));
    const failure = await failureOf(client.webhooks.create(body));
    expect(failure).toMatchObject({ operation: "webhooks.create", reason: "unavailable", effect: "none" });
    expect(JSON.stringify(failure)).not.toContain("a secret");
    expect(seen).toHaveLength(1);
  });
});
