import { expect, test } from "vitest";
import { createMarketplace, sandboxConnections } from "../index.ts";

test("a seller knows its aircraft by tail, other sellers have others, and who buys has none", () => {
  const marketplace = createMarketplace();
  const { seller, otherSeller, demo } = sandboxConnections;
  const own = marketplace.fleet(seller).map(({ aircraftTail }) => aircraftTail);
  const others = marketplace.fleet(otherSeller).map(({ aircraftTail }) => aircraftTail);
  expect(own.length).toBeGreaterThanOrEqual(others.length);
  expect(others.filter((tail) => own.includes(tail))).toEqual([]);
  expect(marketplace.fleet(demo)).toEqual([]);
  marketplace.reset();
  expect(marketplace.fleet(seller).map(({ aircraftTail }) => aircraftTail)).not.toEqual(own);
});
