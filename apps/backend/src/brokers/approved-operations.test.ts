import { expect, test } from "vitest";
import { createTestApp, testBroker } from "../../test/harness.ts";

test("R1: a broker's connection calls what its use cases need and nothing else", async () => {
  const { dependencies, marketplace } = await createTestApp({});
  const broker = dependencies.brokers.all[0]!;
  expect(testBroker).not.toHaveProperty("webhooks");
  const refused = { reason: "permission", sent: false };
  await expect(broker.marketplace.airports.read("aport-1")).rejects.toMatchObject(refused);
  await expect(broker.marketplace.leads.read("alead-1")).rejects.toMatchObject(refused);
  await expect(broker.marketplace.webhooks.list()).rejects.toMatchObject(refused);
  expect(marketplace.calls()).toEqual([]);
  await expect(broker.marketplace.airports.search({ filter: "luton" })).resolves.not.toEqual([]);
  await dependencies.close();
});
