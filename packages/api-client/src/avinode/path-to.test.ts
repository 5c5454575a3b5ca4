import { describe, expect, test } from "vitest";
import { AvinodeError } from "./errors.ts";
import { pathTo, type AvinodeTarget } from "./path-to.ts";

const base = "https://marketplace.example/api";

function pathOf(target: AvinodeTarget, action?: string): string | undefined {
  const to = { operation: "rfqs.read", baseUrl: base, collection: "/rfqs", ...(action && { action }) } as const;
  try {
    return pathTo(target, to);
  } catch (error) {
    if (error instanceof AvinodeError && error.reason === "invalid" && !error.sent) return undefined;
    throw error;
  }
}

describe("a thing", () => {
  test.each<[string, AvinodeTarget, string]>([
    ["an id", "arfq-1", "/rfqs/arfq-1"],
    ["an id of any form", "1234 ABCD/é?x=1", "/rfqs/1234%20ABCD%2F%C3%A9%3Fx%3D1"],
    ["its address", `${base}/rfqs/arfq-1`, "/rfqs/arfq-1"],
    ["a link", { href: `${base}/rfqs/arfq-1` }, "/rfqs/arfq-1"],
  ])("is found by %s", (_what, target, path) => {
    expect(pathOf(target)).toBe(path);
  });

  test("can be acted on by id or by its action", () => {
    expect(pathOf("arfq-1", "/cancel")).toBe("/rfqs/arfq-1/cancel");
    expect(pathOf({ href: `${base}/rfqs/arfq-1/cancel` }, "/cancel")).toBe("/rfqs/arfq-1/cancel");
  });

  test.each<[string, AvinodeTarget]>([
    ["another host", "https://elsewhere.example/api/rfqs/arfq-1"],
    ["another port", "https://marketplace.example:8443/api/rfqs/arfq-1"],
    ["another protocol", "http://marketplace.example/api/rfqs/arfq-1"],
    ["a host that only looks like it", "https://marketplace.example.evil.example/api/rfqs/arfq-1"],
    ["somebody's password", "https://user:secret@marketplace.example/api/rfqs/arfq-1"],
    ["a path beside the API", "https://marketplace.example/rfqs/arfq-1"],
    ["another kind of thing", `${base}/leads/alead-1`],
    [
      "a page for people",
      { href: "https://marketplace.example/marketplace/mvc/trips/selling/rfq?source=api&rfq=arfq-1" },
    ],
    ["a query", `${base}/rfqs/arfq-1?x=1`],
    ["more than one step", `${base}/rfqs/arfq-1/cancel`],
    ["steps back", `${base}/rfqs/../leads/alead-1`],
    ["no thing", `${base}/rfqs/`],
    ["script", "javascript:alert(1)"],
    ["a file", "file:///etc/passwd"],
    ["no address where one was meant", { href: "arfq-1" }],
    ["nothing", ""],
    ["half a character", "arfq-\ud800"],
    ["a notification without address", { href: null }],
    ["an object without address", {}],
  ])("R26: is not looked for at %s", (_what, target) => {
    expect(pathOf(target)).toBeUndefined();
  });

  test("is not acted on by the action of another kind", () => {
    expect(pathOf({ href: `${base}/rfqs/arfq-1/decline` }, "/cancel")).toBeUndefined();
    expect(pathOf({ href: `${base}/rfqs/cancel` }, "/cancel")).toBeUndefined();
  });
});
