import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressBucket, isTrusted, parseAddress, parseAddressBlock } from "./client-address.ts";

describe("client addresses", () => {
  test("2^12 addresses of one /64 are one bucket", () => {
    const buckets = Array.from({ length: 4096 }, (_, index) => addressBucket(`2001:db8:a:b:${index.toString(16)}::1`));
    expect(new Set(buckets).size).toBe(1);
    expect(addressBucket("2001:db8:a:c::1")).not.toBe(buckets[0]);
  });

  test("an IPv4 address is one bucket, however it is spelled", () => {
    const spellings = [
      "192.0.2.1",
      "::ffff:192.0.2.1",
      "::ffff:c000:201",
      "0:0:0:0:0:FFFF:C000:0201",
      "[::ffff:192.0.2.1]",
    ];
    expect(new Set(spellings.map(addressBucket)).size).toBe(1);
    expect(addressBucket("192.0.2.2")).not.toBe(addressBucket("192.0.2.1"));
  });

  test.each([
    "",
    "1.2.3",
    "1.2.3.256",
    "01.2.3.4",
    "0x7f.1",
    "::1::",
    ":::",
    "1:2:3:4:5:6:7",
    "g::1",
    "1.2.3.4:80",
    "host",
  ])("%j is no address", (text) => {
    expect(parseAddress(text)).toBeNull();
    expect(addressBucket(text)).toBe("unknown");
  });

  test("a block trusts its own addresses and no others", () => {
    const blocks = ["10.0.0.0/8", "192.0.2.5", "fd00::/8", "0.0.0.0/32"].map((text) => parseAddressBlock(text)!);
    for (const inside of ["10.255.1.2", "::ffff:10.0.0.1", "192.0.2.5", "fdab::1"])
      expect(isTrusted(inside, blocks)).toBe(true);
    for (const outside of ["11.0.0.1", "192.0.2.6", "fe80::1", "::a00:1"])
      expect(isTrusted(outside, blocks)).toBe(false);
  });

  test.each(["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "fd00::/129", "10.0.0.0/8/8", "nonsense"])(
    "%j is no block",
    (text) => {
      expect(parseAddressBlock(text)).toBeNull();
    },
  );

  test("every address has a bucket, and no text breaks the reader", () => {
    fc.assert(fc.property(fc.ipV6(), (text) => addressBucket(text) !== "unknown"));
    fc.assert(fc.property(fc.ipV4(), (text) => addressBucket(text) === addressBucket(`::ffff:${text}`)));
    fc.assert(fc.property(fc.string(), (text) => typeof addressBucket(text) === "string"));
  });
});
