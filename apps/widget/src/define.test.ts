import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("importing the package defines nothing; defineLiftline does, once", async () => {
  const defined = new Map<string, unknown>();
  const define = vi.fn((name: string, element: unknown) => void defined.set(name, element));
  vi.stubGlobal("customElements", { get: (name: string) => defined.get(name), define });
  const { defineLiftline } = await import("@liftline/widget");
  expect(define).not.toHaveBeenCalled();
  defineLiftline({ backend: "https://leads.example/" });
  defineLiftline({ backend: "https://elsewhere.example" });
  expect([...defined.keys()]).toEqual(["liftline-search"]);
  expect(define).toHaveBeenCalledOnce();
});

test("a server that renders the page may import it and call it", async () => {
  const { defineLiftline } = await import("@liftline/widget");
  expect(() => defineLiftline({ backend: "https://leads.example" })).not.toThrow();
});
