import { describe, expect, test } from "vitest";
import { placeOf } from "./place-of.ts";

const base = "https://sandbox.avinode.com/api";
const port = "http://127.0.0.1:8788/api/";

describe("R26: an address", () => {
  test.each([
    ["https://sandbox.avinode.com/api/leads/alead-1", base],
    ["https://sandbox.avinode.com/api/emptylegs/el-1", `${base}/`],
    ["http://127.0.0.1:8788/api/leads/alead-1", port],
    ["https://services.avinode.com/api/leads/alead-1", "https://services.avinode.com/api"],
  ])("%s is ours below %s", (href, baseUrl) => {
    expect(placeOf(href, baseUrl)).toBe("ours");
  });

  test.each([
    "https://evil.example/api/leads/alead-1",
    "https://sandbox.avinode.com.evil.example/api/leads/alead-1",
    "https://evil.example/https://sandbox.avinode.com/api/leads/alead-1",
    "https://sandbox.avinode.com@evil.example/api/leads/alead-1",
    "https://evil.example@sandbox.avinode.com/api/leads/alead-1",
    "https://user:word@sandbox.avinode.com/api/leads/alead-1",
    "https://:word@sandbox.avinode.com/api/leads/alead-1",
    "https://sandbox.avinode.com:8443/api/leads/alead-1",
    "https://sandbox.avinode.com:443/api/leads/alead-1",
    "https://sandbox.avinode.com./api/leads/alead-1",
    "https://SANDBOX.avinode.com/api/leads/alead-1",
    "https://sandbox.avinode.com%2eevil.example/api/leads/1",
    "https://sandbox.avinode.com\\@evil.example/api/leads/1",
    "https://evil.example\\@sandbox.avinode.com/api/leads/1",
    "https://sandbox。avinode。com/api/leads/1",
    "http://sandbox.avinode.com/api/leads/alead-1",
    "HTTPS://sandbox.avinode.com/api/leads/alead-1",
    "//sandbox.avinode.com/api/leads/alead-1",
    "/api/leads/alead-1",
    "api/leads/alead-1",
    "https:sandbox.avinode.com/api/leads/alead-1",
    "https:///sandbox.avinode.com/api/leads/alead-1",
    "https://sandbox.avinode.com/apis/leads/alead-1",
    "https://sandbox.avinode.com/API/leads/alead-1",
    "https://sandbox.avinode.com/api",
    "https://sandbox.avinode.com/",
    "https://sandbox.avinode.com/api/../admin",
    "https://sandbox.avinode.com/api/%2e%2e/admin",
    "https://sandbox.avinode.com/api/leads/../../admin",
    "https://sandbox.avinode.com/other/../api/leads/1",
    "https://sandbox.avinode.com/api\\leads\\1",
    "https://sandbox.avinode.com/api/leads/1?token=1",
    "https://sandbox.avinode.com/api/leads/1#part",
    "https://sandbox.avinode.com/api/leads/1\r\nX-Header: 1",
    " https://sandbox.avinode.com/api/leads/1",
    "https://sandbox.avinode.com/api/leads/1\t",
    "https://127.0.0.1/api/leads/1",
    "http://169.254.169.254/latest/meta-data",
    "http://[::1]/api/leads/1",
    "http://2130706433/api/leads/1",
    "file:///etc/passwd",
    "ftp://sandbox.avinode.com/api/leads/1",
    "javascript:alert(1)",
    "data:text/plain,1",
    "gopher://sandbox.avinode.com/api/leads/1",
    "",
    "nothing",
  ])("%j is not followed", (href) => {
    expect(placeOf(href, base)).toBe("elsewhere");
  });

  test.each(["http://localhost:8788/api/leads/1", "http://127.0.0.1/api/leads/1", "http://[::1]:8788/api/leads/1"])(
    "%s is another machine than the sandbox here",
    (href) => {
      expect(placeOf(href, port)).toBe("elsewhere");
    },
  );
});

describe("R13: an address of the live marketplace", () => {
  test.each([
    "https://services.avinode.com/api/leads/alead-1",
    "https://services.avinode.com./api/leads/alead-1",
    "https://SERVICES.avinode.com/api/leads/alead-1",
    "https://marketplace.avinode.com/leads/1",
    "https://avinode.com/",
  ])("is told apart where we are not live: %s", (href) => {
    expect([base, port].map((baseUrl) => placeOf(href, baseUrl))).toEqual(["live", "live"]);
  });

  test("is only another address where we are", () => {
    expect(placeOf("https://marketplace.avinode.com/1", "https://services.avinode.com/api")).toBe("elsewhere");
    expect(placeOf("https://sandbox.avinode.com/api/leads/1", "https://services.avinode.com/api")).toBe("elsewhere");
  });
});
