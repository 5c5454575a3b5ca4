import dns from "node:dns";
import { describe, expect, test } from "vitest";

describe("the network guard", () => {
  test("R15: a test that calls the marketplace fails before a packet leaves", async () => {
    const failure = await fetch("https://sandbox.avinode.com/api").catch((error: Error) => error);
    expect(failure).toHaveProperty("cause.message", expect.stringContaining("R15"));
    expect(() => dns.lookup("services.avinode.com", () => {})).toThrow("R15");
    expect(() => dns.promises.lookup("avinode.com")).toThrow("R15");
  });

  test("other hosts are left alone", async () => {
    await expect(dns.promises.lookup("localhost")).resolves.toHaveProperty("address");
  });
});
