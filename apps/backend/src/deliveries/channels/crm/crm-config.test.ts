import { describe, expect, test } from "vitest";
import { CrmConfig } from "./crm-config.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const plain = { url: "https://crm.example/hooks/leads", secret };
const auth = { tokenUrl: "https://login.example/token", clientId: "client", clientSecret: "canary" };
const avionteHeaders = { "Ocp-Apim-Subscription-Key": "key", Tenant: "tenant" };

function faultsOf(config: unknown): string[] {
  const { error } = CrmConfig.safeParse(config);
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}

describe("a CRM entry of the configuration", () => {
  test("needs an address and a secret, no more", () => {
    const config = CrmConfig.parse(plain);
    expect(config).toMatchObject({ url: plain.url, headers: {} });
    expect(config.secret.reveal()).toBe(secret);
  });

  test.each([
    "whsec_",
    "whsec_c2hvcnQ=",
    Buffer.alloc(32).toString("base64"),
    `whsec_${Buffer.alloc(65).toString("base64")}`,
    "whsec_not base64 at all, but long enough for it",
  ])("takes no weak or misspelled secret (%s), and does not repeat it", (weak) => {
    expect(faultsOf({ ...plain, secret: weak })).toEqual(["secret: must be whsec_ and 24 to 64 bytes in base64"]);
  });

  test.each([
    "http://crm.example/",
    "https://127.0.0.1/",
    "https://crm.localhost/",
    "ftp://crm.example/",
    "crm.example",
  ])("pushes to no %s, and asks no token there", (url) => {
    expect(faultsOf({ ...plain, url })).toHaveLength(1);
    expect(faultsOf({ ...plain, auth: { ...auth, tokenUrl: url } })).toHaveLength(1);
  });

  test.each([
    ["Host", "internal.example"],
    ["Content-Length", "0"],
    ["Transfer-Encoding", "chunked"],
    ["webhook-signature", "v1,forged"],
    ["X-Key", "one\r\nX-Two: two"],
    ["X Key", "one"],
    ["X-Key\r\nX-Two", "one"],
    ["X-Key", "ключ"],
  ])("sets no header %j: %j", (name, value) => {
    expect(faultsOf({ ...plain, headers: { [name]: value } })).toHaveLength(1);
  });

  test("says by whom Authorization is set", () => {
    expect(faultsOf({ ...plain, headers: { Authorization: "Bearer static" } })).toEqual([]);
    expect(faultsOf({ ...plain, auth, headers: { authorization: "Bearer static" } })).toEqual([
      "headers: Authorization comes from auth",
    ]);
  });

  test("the preset avionte names what it needs, and brings its scope and form", () => {
    expect(faultsOf({ ...plain, preset: "avionte" })).toEqual([
      "auth: the preset avionte needs it",
      "headers: the preset avionte needs Ocp-Apim-Subscription-Key",
      "headers: the preset avionte needs Tenant",
    ]);
    expect(CrmConfig.parse({ ...plain, preset: "avionte", auth, headers: avionteHeaders }).auth).toMatchObject({
      scope: "avionte.aero.compasintegrationservice",
      method: "post",
    });
  });

  test("refuses what it does not know", () => {
    expect(faultsOf({ ...plain, verify: false })).toHaveLength(1);
  });
});
