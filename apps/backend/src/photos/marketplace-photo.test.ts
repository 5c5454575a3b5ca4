import { describe, expect, test } from "vitest";
import { marketplacePhotoPath, marketplacePhotoUrl } from "./marketplace-photo.ts";

const origin = "https://marketplace.example";

describe("the address of a photo", () => {
  test("is the marketplace's, and becomes itself again", () => {
    const url = "https://marketplace.example/mediafiles/store/2582/fdrruh.zjo.jpg?size=2&x=%20";
    const path = marketplacePhotoPath(url, origin) ?? "";
    expect(path).toBe("/mediafiles/store/2582/fdrruh.zjo.jpg?size=2&x=%20");
    expect(marketplacePhotoUrl(path, origin)).toBe(url);
  });

  test("may be on a loopback port, where the sandbox is", () => {
    expect(marketplacePhotoPath("http://127.0.0.1:4010/a.jpg", "http://127.0.0.1:4010")).toBe("/a.jpg");
    expect(marketplacePhotoPath("http://127.0.0.1:4011/a.jpg", "http://127.0.0.1:4010")).toBeNull();
  });

  test.each([
    "http://marketplace.example/a.jpg",
    "https://marketplace.example:8443/a.jpg",
    "https://marketplace.example./a.jpg",
    "https://evil.example/a.jpg",
    "https://evil.example/https://marketplace.example/a.jpg",
    "https://marketplace.example.evil.example/a.jpg",
    "https://sub.marketplace.example/a.jpg",
    "https://marketplace.example@evil.example/a.jpg",
    "https://user@marketplace.example/a.jpg",
    "https://user:word@marketplace.example/a.jpg",
    "https://marketplace.example:x@evil.example/a.jpg",
    "https://evil.example\\@marketplace.example/a.jpg",
    "https://evil.example#@marketplace.example/a.jpg",
    "https://evil.example?@marketplace.example/a.jpg",
    "//evil.example/a.jpg",
    "/a.jpg",
    "a.jpg",
    "",
    "https://",
    "https:///a.jpg",
    "https://127.0.0.1/a.jpg",
    "https://2130706433/a.jpg",
    "https://0x7f000001/a.jpg",
    "https://0177.0.0.1/a.jpg",
    "https://127.1/a.jpg",
    "https://[::1]/a.jpg",
    "https://[::ffff:127.0.0.1]/a.jpg",
    "https://[::ffff:7f00:1]/a.jpg",
    "https://169.254.169.254/latest/meta-data/",
    "https://localhost/a.jpg",
    "https://marketplace。evil/a.jpg",
    "https://xn--marketplace-.example/a.jpg",
    "file:///etc/passwd",
    "ftp://marketplace.example/a.jpg",
    "data:image/png;base64,AAAA",
    "javascript:alert(1)",
    "blob:https://marketplace.example/1",
    "gopher://marketplace.example/",
  ])("anywhere else is refused: %s", (url) => {
    expect(marketplacePhotoPath(url, origin)).toBeNull();
  });

  test.each([
    "",
    "a.jpg",
    "@evil.example/a.jpg",
    ".evil.example/a.jpg",
    ":8443/a.jpg",
    "/a/../b.jpg",
    "/a b.jpg",
    "/#x",
    "\\a",
  ])("a path that would lead elsewhere is refused: %j", (path) => {
    expect(marketplacePhotoUrl(path, origin)).toBeNull();
  });

  test("a path that looks like a host stays a path", () => {
    const url = marketplacePhotoUrl("//evil.example/a.jpg", origin);
    expect(new URL(url ?? "").host).toBe("marketplace.example");
  });
});
